import type { Answer } from '@kopru/sdk/engine';
import type { CountryCode } from '@kopru/sdk/facets';
import type { Kind, LiveSource } from '@kopru/sdk/schema';
import type { Queryable } from '../lib/queryable.ts';

/**
 * Introductions that cross from the hub to another, or that reached it from another. What the hub's members were not
 * told of, it does not count; what they asked for it does, whatever became of it.
 */
const across = (more = '') => `SELECT json_array(other.country) AS countries, count(*) AS n FROM introductions i
  JOIN hubs other ON other.id = iif(i.from_hub = ?1, i.to_hub, i.from_hub)
  WHERE i.from_hub <> i.to_hub AND (i.from_hub = ?1 OR (i.to_hub = ?1 AND i.delivered_at IS NOT NULL)) ${more}
  GROUP BY other.country`;

/**
 * Pairs of two kinds of which a member of the hub has answered so, each once: the ids by which the hub knows the two, of
 * which one is its own.
 */
const answered = (answer: Answer, one: Kind, other: Kind) => `(
  SELECT subject_id AS one, candidate_id AS other FROM feedback
    WHERE hub_id = ?1 AND answer = '${answer}' AND subject_kind = '${one}' AND candidate_kind = '${other}'
  UNION SELECT candidate_id, subject_id FROM feedback
    WHERE hub_id = ?1 AND answer = '${answer}' AND subject_kind = '${other}' AND candidate_kind = '${one}')`;

/** The country of the hub whose profile is among some ids; of the hub itself where none is another's. */
const homeOf = (ids: string) => `(SELECT country FROM hubs WHERE id = coalesce(
  (SELECT hub_id FROM exchange_ids WHERE id IN (${ids})), ?1))`;

/** Those of the first kind by the countries of all with whom they are so paired. @param having SQL on the rows of one of them */
const byCountries = (ids: string, pairs: string, having = '') => `SELECT countries, count(*) AS n FROM (
  SELECT json_group_array(DISTINCT country) AS countries FROM (SELECT one, ${homeOf(ids)} AS country FROM ${pairs})
  GROUP BY one ${having}) GROUP BY countries`;

/**
 * What each source counts of a hub, by the countries of the other side. A new one is a line, and one in
 * `LIVE_SOURCES`. ?2 is the time.
 */
const COUNTS: Readonly<Record<LiveSource, string>> = {
  introductions: across(),
  acceptances: across("AND i.state = 'accepted'"),
  meetings: across("AND i.state = 'accepted' AND i.meeting_at < ?2 AND NOT i.meeting_off"),
  released: `SELECT countries, count(*) AS n FROM (
    SELECT (SELECT json_group_array(DISTINCT other.country)
      FROM agreements a JOIN hubs other ON other.id = iif(a.proposer = ?1, a.partner, a.proposer)
      WHERE ?1 IN (a.proposer, a.partner) AND a.accepted_at IS NOT NULL AND a.ended_at IS NULL
        AND (c.hubs IS NULL OR other.id IN (SELECT value FROM json_each(c.hubs)))) AS countries
    FROM consents c WHERE c.hub_id = ?1 AND c.withdrawn_at IS NULL) GROUP BY countries`,
  // Startups in which, as the members say, investors of two countries or more have invested.
  co_investments: byCountries(
    'other',
    answered('invested', 'startup', 'investor'),
    'HAVING count(DISTINCT country) > 1',
  ),
  // Startups and patents that came to terms.
  licences: `SELECT json_array(country) AS countries, count(*) AS n
    FROM (SELECT ${homeOf('one, other')} AS country FROM ${answered('agreed', 'startup', 'patent')}) GROUP BY country`,
  // Needs that came to terms with a laboratory, or with several.
  certificates: byCountries('one, other', answered('agreed', 'need', 'lab')),
};

/** What is asked of a source: it, and the countries of the other side; none stands for all. */
export interface LiveQuestion {
  readonly source: LiveSource;
  readonly countries: readonly CountryCode[];
}

/**
 * The counts of some questions, in their order: one statement for each source, however many ask for it, since a public
 * page is read by anybody and a plan may ask a thousand things.
 */
export async function countLive(
  db: Queryable,
  hubId: string,
  questions: readonly LiveQuestion[],
  now: Date,
): Promise<number[]> {
  const sources = [...new Set(questions.map(({ source }) => source))];
  if (sources.length === 0) return [];
  const results = await db.batch<{ countries: string; n: number }>(
    sources.map((source) => {
      // Only a statement that names the time takes it.
      const time = COUNTS[source].includes('?2') ? [now.toISOString()] : [];
      return db.prepare(COUNTS[source]).bind(hubId, ...time);
    }),
  );
  const counted = new Map(
    sources.map((source, i) => [
      source,
      (results[i]?.results ?? []).map(({ countries, n }) => ({ n, countries: new Set(JSON.parse(countries)) })),
    ]),
  );
  return questions.map(({ source, countries }) =>
    (counted.get(source) ?? [])
      .filter((row) => countries.length === 0 || countries.some((country) => row.countries.has(country)))
      .reduce((sum, { n }) => sum + n, 0),
  );
}
