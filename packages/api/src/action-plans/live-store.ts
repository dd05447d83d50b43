import type { CountryCode } from '@kopru/sdk/facets';
import type { LiveSource } from '@kopru/sdk/schema';
import type { Queryable } from '../lib/queryable.ts';

/**
 * Introductions that cross from the hub to another, or that reached it from another; ?2 holds the countries of the other
 * side. What the hub's members were not told of, it does not count; what they asked for it does, whatever became of it.
 */
const ACROSS = `FROM introductions i
  JOIN hubs other ON other.id = iif(i.from_hub = ?1, i.to_hub, i.from_hub)
  WHERE i.from_hub <> i.to_hub AND (i.from_hub = ?1 OR (i.to_hub = ?1 AND i.delivered_at IS NOT NULL))
    AND (json_array_length(?2) = 0 OR other.country IN (SELECT value FROM json_each(?2)))`;

/** What each source counts of a hub. A new one is a line, and one in `LIVE_SOURCES`. */
const COUNTS: Readonly<Record<LiveSource, string>> = {
  introductions: `SELECT count(*) AS n ${ACROSS}`,
  acceptances: `SELECT count(*) AS n ${ACROSS} AND i.state = 'accepted'`,
  meetings: `SELECT count(*) AS n ${ACROSS} AND i.state = 'accepted' AND i.meeting_at < ?3 AND NOT i.meeting_off`,
  released: `SELECT count(*) AS n FROM consents c
    WHERE c.hub_id = ?1 AND c.withdrawn_at IS NULL
      AND (json_array_length(?2) = 0 OR EXISTS (
        SELECT 1 FROM agreements a JOIN hubs other ON other.id = iif(a.proposer = ?1, a.partner, a.proposer)
        WHERE ?1 IN (a.proposer, a.partner) AND a.accepted_at IS NOT NULL AND a.ended_at IS NULL
          AND other.country IN (SELECT value FROM json_each(?2))
          AND (c.hubs IS NULL OR other.id IN (SELECT value FROM json_each(c.hubs)))))`,
};

/** What is asked of a source: it, and the countries of the other side; none stands for all. */
export interface LiveQuestion {
  readonly source: LiveSource;
  readonly countries: readonly CountryCode[];
}

/** The counts of some sources in one batch, in their order. */
export async function countLive(
  db: Queryable,
  hubId: string,
  questions: readonly LiveQuestion[],
  now: Date,
): Promise<number[]> {
  if (questions.length === 0) return [];
  const results = await db.batch<{ n: number }>(
    questions.map(({ source, countries }) => {
      // Only a statement that names the time takes it.
      const time = COUNTS[source].includes('?3') ? [now.toISOString()] : [];
      return db.prepare(COUNTS[source]).bind(hubId, JSON.stringify(countries), ...time);
    }),
  );
  return results.map(({ results: rows }) => rows[0]?.n ?? 0);
}
