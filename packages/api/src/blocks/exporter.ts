import { type Exporter, tableExporter } from '../lib/exporter.ts';
import { viewOf } from './service.ts';
import { listBlocks } from './store.ts';

/** The blocks that a hub's profiles keep. */
export const blockExporter: Exporter = {
  ...tableExporter({
    type: 'block',
    from: 'blocks',
    key: ['id'],
    data: `json_object('id', id, 'owner', json_object('kind', owner_kind, 'id', owner_id),
      'blocked', json_object('kind', blocked_kind, 'id', blocked_ref), 'createdAt', created_at)`,
  }),
  async ofProfile(db, hubId, kind, id) {
    const found: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await listBlocks(db, hubId, { kind, id }, { limit: 200, cursor });
      found.push(...page.items.map(viewOf));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return found;
  },
};
