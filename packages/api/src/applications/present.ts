import { type Application, type ApplicationHistory, mayBeShown, standingOf } from '@kopru/sdk/schema';
import type { Queryable } from '../lib/queryable.ts';
import { getProfiles } from '../profiles/store.ts';
import { type ApplicationRow, applicationOf, readMoves } from './store.ts';

/** Who reads: the hub's staff, or the owner of the startup. */
type Reader = 'staff' | 'owner';

/** Applications with the names of their programmes; an owner reads those that may be shown at this moment. */
export async function present(
  db: Queryable,
  hubId: string,
  rows: readonly ApplicationRow[],
  reader: Reader,
): Promise<Application[]> {
  const ids = [...new Set(rows.map(({ programme_id }) => programme_id))];
  const programmes = ids.length > 0 ? await getProfiles(db, hubId, 'programme', ids) : [];
  const told = programmes.filter(({ profile }) => reader === 'staff' || mayBeShown(standingOf(profile)));
  const names = new Map(told.map(({ id, profile }) => [id, profile.name]));
  return rows.map((row) => ({ ...applicationOf(row), programmeName: names.get(row.programme_id) ?? null }));
}

/** An application with its moves; an owner reads what became of it, and not which key of the hub decided. */
export async function historyOf(
  db: Queryable,
  hubId: string,
  row: ApplicationRow,
  reader: Reader,
): Promise<ApplicationHistory> {
  const [[application], moves] = await Promise.all([present(db, hubId, [row], reader), readMoves(db, hubId, row.id)]);
  return {
    ...(application as Application),
    moves: reader === 'owner' ? moves.map(({ by: _, ...move }) => move) : moves,
  };
}
