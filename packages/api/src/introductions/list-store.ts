import type { IntroductionQuery, Kind } from '@kopru/sdk/schema';
import { readCursor, toPage } from '../lib/page.ts';
import type { Queryable } from '../lib/queryable.ts';
import { fromRow, OPEN_STATES, READ, type Row } from './rows.ts';
import type { Introduction } from './sides.ts';

/** Whose half of the introductions is listed: a hub's, or one profile's. */
interface Reader {
  readonly hubId: string;
  /** Only what concerns this profile. */
  readonly profile?: { readonly kind: Kind; readonly id: string } | undefined;
  /** A profile sees what was delivered to it; its hub's staff also what awaits them. */
  readonly staff: boolean;
}

/** A page of the introductions that a reader may see, newest first. */
export async function listIntroductions(
  db: Queryable,
  { hubId, profile, staff }: Reader,
  { box, state, limit, cursor }: IntroductionQuery,
): Promise<{ items: Introduction[]; nextCursor: string | null }> {
  const [at = '9', id = ''] = readCursor(cursor, 2) ?? [];
  // One half after the other, each along its index.
  const half = (side: 'from' | 'to', more: string) => `SELECT * FROM (${READ}
     WHERE i.${side}_hub = ?1 ${profile ? `AND i.${side}_kind = ?2 AND i.${side}_id = ?3` : ''}
       AND (i.created_at, i.id) < (?4, ?5) AND ${more}
     ORDER BY i.created_at DESC, i.id DESC LIMIT ?7)`;
  // A state that only the asked hub knows of is another for the asking side, see `stateFor`.
  const sent = half(
    'from',
    "(?6 IS NULL OR CASE i.state WHEN 'awaiting_approval' THEN 'requested' ELSE i.state END = ?6)",
  );
  const received = half(
    'to',
    `(?6 IS NULL OR i.state = ?6) AND i.blocked = 0${staff ? '' : ' AND i.delivered_at IS NOT NULL'}`,
  );
  const halves = { sent: [sent], received: [received], both: [sent, received] }[box ?? 'both'];
  const { results } = await db
    .prepare(`${halves.join(' UNION ')} ORDER BY created_at DESC, id DESC LIMIT ?7`)
    .bind(hubId, profile?.kind ?? null, profile?.id ?? null, at, id, state ?? null, limit + 1)
    .all<Row>();
  return toPage(results.map(fromRow), limit, (item) => [item.createdAt, item.id]);
}

/** Open introductions whose time is over. */
export async function findExpired(db: Queryable, now: Date, limit: number): Promise<Introduction[]> {
  const { results } = await db
    .prepare(`${READ} WHERE i.state IN (${OPEN_STATES}) AND i.expires_at <= ? ORDER BY i.expires_at LIMIT ?`)
    .bind(now.toISOString(), limit)
    .all<Row>();
  return results.map(fromRow);
}

/** Open introductions of which the asked side was sent fewer than `count` reminders and that wait since before `since`. */
export async function findWaiting(db: Queryable, count: number, since: string, limit: number): Promise<Introduction[]> {
  const { results } = await db
    .prepare(
      `${READ} WHERE i.state IN (${OPEN_STATES}) AND i.blocked = 0 AND i.reminders < ?
         AND COALESCE(i.delivered_at, i.created_at) <= ? ORDER BY i.expires_at LIMIT ?`,
    )
    .bind(count, since, limit)
    .all<Row>();
  return results.map(fromRow);
}

/** Introductions as a hub's staff see them, by id. */
export async function pageById(db: Queryable, hubId: string, after: string, limit: number): Promise<Introduction[]> {
  const { results } = await db
    .prepare(
      `${READ} WHERE (i.from_hub = ?1 OR (i.to_hub = ?1 AND i.blocked = 0)) AND i.id > ?2 ORDER BY i.id LIMIT ?3`,
    )
    .bind(hubId, after, limit)
    .all<Row>();
  return results.map(fromRow);
}
