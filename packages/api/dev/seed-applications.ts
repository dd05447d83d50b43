import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { mayBeShown } from '@kopru/sdk/schema';
import { inventApplications } from '../demo/seed/applications.ts';
import type { DemoHub } from '../src/demo/hub.ts';
import type { Queryable } from '../src/lib/queryable.ts';
import type { PreparedProfile } from '../src/profiles/write-store.ts';
import { rowsInto } from './seed-store.ts';

/** The statements that keep what startups of each hub ask of its programmes, with the moves of each application. */
export function applyToProgrammes(
  db: Queryable,
  profiles: readonly (PreparedProfile & { readonly hub: DemoHub })[],
  now: Date,
): D1PreparedStatement[] {
  const shown = profiles.filter(({ normal }) => mayBeShown(normal));
  const applications = shown
    .filter(({ normal }) => normal.kind === 'programme')
    .flatMap(({ hub, normal, body }) => {
      const startups = shown.filter((one) => one.hub.id === hub.id && one.normal.kind === 'startup');
      const programme = { ...JSON.parse(body), id: normal.id };
      const asked = inventApplications(
        programme,
        normal,
        startups.map((one) => one.normal),
        hub.pipeline,
        now,
      );
      return asked.map((application) => ({ ...application, hub }));
    })
    .map((application, i) => ({ ...application, id: `apl_demo_${i}` }));
  const at = (when: Date) => when.toISOString();
  return [
    ...rowsInto(
      db,
      'applications',
      applications.map(({ id, hub, startup, programme, call, moves, raised }) => ({
        ...{ id, hub_id: hub.id, startup_id: startup, programme_id: programme, call },
        ...{ state: moves.at(-1)?.state, stage: moves.at(-1)?.stage ?? null },
        ...{ raised_amount: raised?.amount ?? null, raised_currency: raised?.currency ?? null },
        ...{ created_at: at(moves[0].at), updated_at: at(moves.at(-1)?.at ?? now) },
      })),
    ),
    ...rowsInto(
      db,
      'application_moves',
      applications.flatMap(({ id, moves }) =>
        moves.map((move, number) => ({
          ...{ application_id: id, number, at: at(move.at), by_key: 'seed' },
          ...{ state: move.state, stage: move.stage ?? null },
        })),
      ),
    ),
  ];
}
