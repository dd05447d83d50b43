import type { CountryCode } from '@kopru/sdk/facets';
import { type Actor, record } from '../audit/record.ts';
import type { Queryable } from '../lib/queryable.ts';
import { nextSequence } from '../profiles/store.ts';

/** Countries from which a hub takes cards, and since when. */
export async function listSubscriptions(
  db: Queryable,
  hubId: string,
): Promise<{ country: CountryCode; created_at: string }[]> {
  const { results } = await db
    .prepare('SELECT country, created_at FROM corridor_subscriptions WHERE hub_id = ? ORDER BY country')
    .bind(hubId)
    .all<{ country: CountryCode; created_at: string }>();
  return results;
}

/** Takes cards from a country from now on; where it does already, since then. */
export async function subscribe(
  db: Queryable,
  hubId: string,
  country: CountryCode,
  actor: Actor,
  now: Date,
): Promise<{ created_at: string }> {
  const results = await db.batch<{ created_at: string }>([
    db
      .prepare(
        'INSERT INTO corridor_subscriptions (hub_id, country, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      )
      .bind(hubId, country, now.toISOString()),
    nextSequence(db, hubId),
    entry(db, hubId, 'corridor.opened', country, actor, now),
    db.prepare('SELECT created_at FROM corridor_subscriptions WHERE hub_id = ? AND country = ?').bind(hubId, country),
  ]);
  return results.at(-1)?.results[0] as { created_at: string };
}

/** Takes no more cards from a country. */
export async function unsubscribe(
  db: Queryable,
  hubId: string,
  country: CountryCode,
  actor: Actor,
  now: Date,
): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM corridor_subscriptions WHERE hub_id = ? AND country = ?').bind(hubId, country),
    nextSequence(db, hubId),
    entry(db, hubId, 'corridor.closed', country, actor, now),
  ]);
}

const entry = (db: Queryable, hubId: string, action: string, country: CountryCode, actor: Actor, now: Date) =>
  record(db, hubId, actor, { action, subject: { kind: 'corridor', id: country } }, now);

/** How many of something there are between two hubs' countries, by the hub on one side. */
export interface Part {
  readonly from: CountryCode;
  readonly to: CountryCode;
  readonly hub: string;
  readonly offers: number;
  readonly introductions: number;
  readonly acceptances: number;
}

/** The country that a card tells: as `releaseCard` does, that of its hub where it tells none. */
const CARD_COUNTRY = `iif(
  'country' IN (SELECT value FROM json_each(p.body, '$.private'))
  OR (json_type(home.settings, '$.exchange.cardFields.' || p.kind) = 'array'
    AND 'country' NOT IN (SELECT value FROM json_each(home.settings, '$.exchange.cardFields.' || p.kind))),
  home.country, coalesce(p.body ->> '$.country', home.country))`;

/** Every card that a hub may see: the rules of `releaseCard` as a query. */
const SEEN = `SELECT home.country AS origin, receiver.country AS destination, home.id AS home, receiver.id AS receiver,
    c.id AS card
  FROM consents c
  JOIN profiles p ON p.hub_id = c.hub_id AND p.kind = c.kind AND p.id = c.profile_id
  JOIN hubs home ON home.id = c.hub_id
  JOIN corridor_subscriptions s ON s.country = home.country
  JOIN hubs receiver ON receiver.id = s.hub_id AND receiver.id <> home.id AND receiver.country IS NOT NULL
  WHERE c.withdrawn_at IS NULL AND c.purpose = 'exchange'
    AND home.settings ->> '$.exchange.enabled' = 1
    AND p.body ->> '$.status' = 'active' AND p.body ->> '$.consent.matching' = 1
    AND (c.hubs IS NULL OR receiver.id IN (SELECT value FROM json_each(c.hubs)))
    AND EXISTS (SELECT 1 FROM agreements a
      WHERE ((a.proposer = home.id AND a.partner = receiver.id) OR (a.proposer = receiver.id AND a.partner = home.id))
        AND a.accepted_at IS NOT NULL AND a.ended_at IS NULL
        AND (a.kinds IS NULL OR p.kind IN (SELECT value FROM json_each(a.kinds)))
        AND (a.countries IS NULL OR ${CARD_COUNTRY} IN (SELECT value FROM json_each(a.countries))))`;

/** Introductions to cards: whoever asks is where the card is offered. */
const ASKED = `SELECT home.country AS origin, receiver.country AS destination, home.id AS home, receiver.id AS receiver,
    i.state
  FROM introductions i
  JOIN hubs home ON home.id = i.to_hub
  JOIN hubs receiver ON receiver.id = i.from_hub
  WHERE i.to_hub <> i.from_hub AND home.country IS NOT NULL AND receiver.country IS NOT NULL`;

const counts = (side: 'home' | 'receiver') => `
  WITH seen AS (${SEEN}), asked AS (${ASKED})
  SELECT origin AS "from", destination AS "to", ${side} AS hub, sum(offers) AS offers,
    sum(introductions) AS introductions, sum(acceptances) AS acceptances
  FROM (
    SELECT origin, destination, ${side}, count(DISTINCT card) AS offers, 0 AS introductions, 0 AS acceptances
      FROM seen GROUP BY 1, 2, 3
    UNION ALL
    SELECT origin, destination, ${side}, 0, count(*), sum(state = 'accepted') FROM asked GROUP BY 1, 2, 3
  ) GROUP BY 1, 2, 3`;

/** The numbers of every corridor by the hubs at its beginning, and by those at its end. */
export async function countCorridors(db: Queryable): Promise<{ byHome: Part[]; byReceiver: Part[] }> {
  const [byHome, byReceiver] = await db.batch<Part>([db.prepare(counts('home')), db.prepare(counts('receiver'))]);
  return { byHome: byHome?.results ?? [], byReceiver: byReceiver?.results ?? [] };
}
