import type { Kind } from '@kopru/sdk/schema';
import type { Exporter } from '../lib/exporter.ts';
import { listIntroductions, pageById } from './list-store.ts';
import { type Introduction, meetingOf, rolesOf, viewFor } from './sides.ts';

const exported = (introduction: Introduction, hubId: string, profile?: { kind: Kind; id: string }) => ({
  ...viewFor(introduction, hubId, rolesOf(introduction, hubId, profile)),
  message: introduction.message,
  meeting: meetingOf(introduction),
});

/** Each hub's half of its introductions. */
export const introductionExporter: Exporter = {
  type: 'introduction',
  async page(db, hubId, after = '', limit) {
    const page = await pageById(db, hubId, after, limit);
    return page.map((introduction) => ({ key: introduction.id, data: exported(introduction, hubId) }));
  },
  async ofProfile(db, hubId, kind, id) {
    const profile = { kind, id };
    const found: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await listIntroductions(db, { hubId, profile, staff: false }, { limit: 200, cursor });
      found.push(...page.items.map((introduction) => exported(introduction, hubId, profile)));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return found;
  },
};
