import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Kind } from '@kopru/sdk/schema';
import { guard } from '../lib/guard.ts';
import type { Queryable } from '../lib/queryable.ts';

/** Hubs with an endpoint that hears of matches, or with somebody who gets mail of them at once. */
const LISTENING = `SELECT hub_id FROM endpoints WHERE status = 'enabled'
  AND (events IS NULL OR EXISTS (SELECT 1 FROM json_each(events) WHERE value = 'match.created'))
  UNION SELECT hub_id FROM subscriptions WHERE state = 'confirmed' AND frequency = 'instantly' AND digest = 1`;

/**
 * Hubs that hear of matches and in which, or in a partner of which, something was written since they
 * were looked through; those first that waited longest. A hub that hears of none any more begins anew
 * when it does again.
 */
export async function hubsToLookThrough(db: Queryable, limit: number): Promise<string[]> {
  const [, found] = await db.batch<{ id: string }>([
    db.prepare(`DELETE FROM match_cursors WHERE hub_id NOT IN (${LISTENING})`),
    db
      .prepare(
        `SELECT h.id FROM hubs h LEFT JOIN match_cursors own ON own.hub_id = h.id AND own.source = h.id
         WHERE h.id IN (${LISTENING}) AND (own.sequence IS NULL OR own.sequence < h.sequence OR EXISTS (
           SELECT 1 FROM agreements a JOIN hubs o ON o.id = iif(a.proposer = h.id, a.partner, a.proposer)
           LEFT JOIN match_cursors c ON c.hub_id = h.id AND c.source = o.id
           WHERE (a.proposer = h.id OR a.partner = h.id) AND a.accepted_at IS NOT NULL AND a.ended_at IS NULL
             AND (c.sequence IS NULL OR c.sequence < o.sequence)))
         ORDER BY (SELECT MAX(looked_at) FROM match_cursors WHERE hub_id = h.id), h.id LIMIT ?`,
      )
      .bind(limit),
  ]);
  return (found?.results ?? []).map(({ id }) => id);
}

/** How far a hub was looked through in the writes of one source: of its own, or of a partner. */
export interface Cursor {
  /** Id of the hub that writes. */
  readonly source: string;
  readonly version: string;
  readonly sequence: number;
  /** What was written until then was there before. */
  readonly quietUntil: number;
}

export async function readCursors(db: Queryable, hubId: string): Promise<Map<string, Cursor>> {
  const { results } = await db
    .prepare('SELECT source, version, sequence, quiet_until AS quietUntil FROM match_cursors WHERE hub_id = ?')
    .bind(hubId)
    .all<Cursor>();
  return new Map(results.map((cursor) => [cursor.source, cursor]));
}

const INSERT_CURSOR = `INSERT INTO match_cursors (hub_id, source, version, sequence, quiet_until, looked_at)
  VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT`;

/** The statement that sets a cursor where there is none. */
export const beginCursor = (db: Queryable, hubId: string, cursor: Cursor, now: Date): D1PreparedStatement =>
  db.prepare(`${INSERT_CURSOR} DO NOTHING`).bind(...cursorValues(hubId, cursor, now));

/** The statements that move a cursor. The batch fails when another run has moved it since it was read. */
export const moveCursor = (
  db: Queryable,
  hubId: string,
  from: Cursor | undefined,
  to: Cursor,
  now: Date,
): D1PreparedStatement[] => [
  guard(
    db,
    '(SELECT sequence FROM match_cursors WHERE hub_id = ? AND source = ?) IS ?',
    hubId,
    to.source,
    from?.sequence ?? null,
  ),
  db
    .prepare(
      `${INSERT_CURSOR} (hub_id, source) DO UPDATE SET version = excluded.version, sequence = excluded.sequence,
         quiet_until = excluded.quiet_until, looked_at = excluded.looked_at`,
    )
    .bind(...cursorValues(hubId, to, now)),
];

const cursorValues = (hubId: string, { source, version, sequence, quietUntil }: Cursor, now: Date) => [
  hubId,
  source,
  version,
  sequence,
  quietUntil,
  now.toISOString(),
];

/** A profile that was written, as the hub's index knows it. */
export interface Written {
  readonly kind: Kind;
  readonly id: string;
  /** The source's number of the write. */
  readonly sequence: number;
}

/** What a source wrote after a sequence and up to another, oldest first; of a partner what has an exchange id. */
export async function readWritten(
  db: Queryable,
  hubId: string,
  { source, sequence: after }: Cursor,
  upTo: number,
  limit: number,
): Promise<Written[]> {
  const { results } = await db
    .prepare(
      `SELECT p.kind, iif(p.hub_id = ?1, p.id, x.id) AS id, p.sequence FROM profiles p
       LEFT JOIN exchange_ids x ON x.hub_id = p.hub_id AND x.kind = p.kind AND x.profile_id = p.id
       WHERE p.hub_id = ?2 AND p.sequence > ?3 AND p.sequence <= ?4 AND (p.hub_id = ?1 OR x.id IS NOT NULL)
       ORDER BY p.sequence LIMIT ?5`,
    )
    .bind(hubId, source, after, upTo, limit)
    .all<Written>();
  return results;
}
