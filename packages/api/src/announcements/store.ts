import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { EventType, Kind } from '@kopru/sdk/schema';
import { type EraseElsewhere, EXCHANGE_IDS } from '../exchange/erase.ts';
import type { Queryable } from '../lib/queryable.ts';
import { daysAfter } from '../lib/time.ts';
import type { EraseProfile } from '../profiles/erase.ts';
import type { Retain } from '../profiles/retain.ts';
import type { Pair } from './pairs.ts';

const EVENT: EventType = 'match.created';

/** A pair that was found before. */
interface KnownPair extends Pick<Pair, 'left' | 'right'> {
  readonly ceased: boolean;
}

/** The pairs of some profiles that were found before. */
export async function knownPairs(
  db: Queryable,
  hubId: string,
  profiles: readonly { readonly kind: Kind; readonly id: string }[],
): Promise<KnownPair[]> {
  const of = (side: 'left' | 'right') =>
    `SELECT left_kind, left_id, right_kind, right_id, ceased_at FROM json_each(?2) AS row
     CROSS JOIN announced_matches m ON m.${side}_id = row.value ->> 'id' AND m.${side}_kind = row.value ->> 'kind'
     WHERE m.hub_id = ?1`;
  const { results } = await db
    .prepare(`${of('left')} UNION ${of('right')}`)
    .bind(hubId, JSON.stringify(profiles))
    .all<{ left_kind: Kind; left_id: string; right_kind: Kind; right_id: string; ceased_at: string | null }>();
  return results.map((row) => ({
    left: { kind: row.left_kind, id: row.left_id },
    right: { kind: row.right_kind, id: row.right_id },
    ceased: row.ceased_at !== null,
  }));
}

/** The statement that says of pairs whether they ceased or came back. */
export const markPairs = (
  db: Queryable,
  hubId: string,
  pairs: readonly Pick<Pair, 'left' | 'right'>[],
  ceasedAt: Date | null,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE announced_matches SET ceased_at = ?3
       WHERE hub_id = ?1 AND (left_kind, left_id, right_kind, right_id) IN (
         SELECT value ->> '$.left.kind', value ->> '$.left.id', value ->> '$.right.kind', value ->> '$.right.id'
         FROM json_each(?2))`,
    )
    .bind(hubId, JSON.stringify(pairs), ceasedAt?.toISOString() ?? null);

/** Whether a side of a pair (?2) was there before; null when it is no longer there. */
const wasThere = (side: 'left' | 'right') =>
  `(SELECT p.sequence <= coalesce(c.quiet_until, 0) FROM (
      SELECT hub_id, kind, profile_id FROM exchange_ids WHERE id = row.value ->> '$.${side}.id'
      UNION ALL SELECT ?1, row.value ->> '$.${side}.kind', row.value ->> '$.${side}.id') AS of
    JOIN profiles p ON p.hub_id = of.hub_id AND p.kind = of.kind AND p.id = of.profile_id
    LEFT JOIN match_cursors c ON c.hub_id = ?1 AND c.source = p.hub_id)`;

/**
 * The statements that keep pairs, and put an event into the outbox for each that is new. A pair that is
 * known already, or of which a profile is gone, is left out.
 *
 * @param quiet the pairs were there before: no event. One of which a side was written since is left
 *   out, and found again when it is the turn of that write.
 */
export function keepPairs(
  db: Queryable,
  hubId: string,
  pairs: readonly Pair[],
  quiet: boolean,
  now: Date,
): D1PreparedStatement[] {
  const rows = JSON.stringify(quiet ? pairs : pairs.map((pair) => ({ ...pair, event: `evt_${crypto.randomUUID()}` })));
  const [left, right] = [wasThere('left'), wasThere('right')];
  return [
    db
      .prepare(
        `INSERT INTO announced_matches (hub_id, left_kind, left_id, right_kind, right_id, event_id, found_at)
         SELECT ?1, value ->> '$.left.kind', value ->> '$.left.id', value ->> '$.right.kind', value ->> '$.right.id',
           value ->> '$.event', ?3
         FROM json_each(?2) AS row
         WHERE ${quiet ? `${left} AND ${right}` : `${left} IS NOT NULL AND ${right} IS NOT NULL`}
         ON CONFLICT DO NOTHING`,
      )
      .bind(hubId, rows, now.toISOString()),
    // As `emit` writes them; only the database knows which of the pairs are new.
    ...(quiet
      ? []
      : [
          db
            .prepare(
              `INSERT INTO events (id, hub_id, type, data, created_at)
               SELECT value ->> '$.event', ?1, '${EVENT}', json_remove(value, '$.event'), ?3 FROM json_each(?2)
               WHERE EXISTS (
                 SELECT 1 FROM announced_matches WHERE hub_id = ?1 AND event_id = value ->> '$.event'
                   AND left_kind = value ->> '$.left.kind' AND left_id = value ->> '$.left.id'
                   AND right_kind = value ->> '$.right.kind' AND right_id = value ->> '$.right.id')`,
            )
            .bind(hubId, rows, now.toISOString()),
        ]),
  ];
}

/** Days after which a pair that ceased is forgotten: if it comes back then, it is announced again. */
const FORGET_AFTER = 90;
/** Most pairs that are forgotten at once. */
const RETAIN_PAGE = 2000;

export const retainAnnouncements: Retain = async (db, { id }, now) => {
  const { meta } = await db
    .prepare(
      'DELETE FROM announced_matches WHERE rowid IN (SELECT rowid FROM announced_matches WHERE hub_id = ? AND ceased_at < ? LIMIT ?)',
    )
    .bind(id, daysAfter(now, -FORGET_AFTER), RETAIN_PAGE)
    .run();
  return meta.changes >= RETAIN_PAGE;
};

/** Deletes the pairs of some profiles of a hub, in JSON, in the hubs that know them as cards of the exchange. */
export const eraseElsewhere: EraseElsewhere = (db, hubId, profiles) =>
  ['left', 'right'].map((side) =>
    db.prepare(`DELETE FROM announced_matches WHERE ${side}_id IN ${EXCHANGE_IDS}`).bind(hubId, profiles),
  );

/** Deletes the pairs of a profile, in every hub. */
export const eraseProfile: EraseProfile = (db, hubId, kind, id) => [
  ...['left', 'right'].map((side) =>
    db
      .prepare(`DELETE FROM announced_matches WHERE hub_id = ? AND ${side}_kind = ? AND ${side}_id = ?`)
      .bind(hubId, kind, id),
  ),
  ...eraseElsewhere(db, hubId, JSON.stringify([{ kind, id }])),
];
