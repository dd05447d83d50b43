import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { CountryCode } from '@kopru/sdk/facets';
import { type ExchangeCard, type Home, hubSettingsSchema, type Kind, type Profile } from '@kopru/sdk/schema';
import type { Hub } from '../hubs/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import { rowOrLog } from '../lib/row-or-log.ts';
import { endOfPage } from '../profiles/changes-store.ts';
import { type Offer, type Partner, releaseCard, type Terms } from './release.ts';

/** A partner, and how new what is known of it is. */
export interface PartnerState extends Partner {
  /** Number of the partner's last write. */
  readonly sequence: number;
  /** Another one when anything changed that decides about all of the partner's cards at once. */
  readonly version: string;
}

/** What a hub may see of others, at one moment. */
export interface ExchangeView {
  /** Number of the hub's own last write. */
  readonly sequence: number;
  readonly partners: readonly PartnerState[];
}

const EXCHANGE = hubSettingsSchema.shape.exchange;

interface PartnerRow {
  id: string;
  name: string;
  country: CountryCode | null;
  policy: string | null;
  sequence: number;
  subscribed: 0 | 1;
  terms: string;
}

export async function readView(db: Queryable, hubId: string): Promise<ExchangeView> {
  const [own, partners] = await db.batch<{ sequence: number } | PartnerRow>([
    db.prepare('SELECT sequence FROM hubs WHERE id = ?').bind(hubId),
    partnersOf(db, hubId),
  ]);
  return {
    sequence: (own?.results[0] as { sequence: number } | undefined)?.sequence ?? 0,
    partners: ((partners?.results ?? []) as PartnerRow[]).map(toPartner),
  };
}

/** A corridor is open where both hubs have a country and the receiving one takes cards from the other's. */
const partnersOf = (db: Queryable, hubId: string): D1PreparedStatement =>
  db
    .prepare(
      `SELECT h.id, h.name, h.country, json_extract(h.settings, '$.exchange') AS policy, h.sequence,
         me.country IS NOT NULL AND EXISTS
           (SELECT 1 FROM corridor_subscriptions s WHERE s.hub_id = me.id AND s.country = h.country) AS subscribed,
         json_group_array(json_object('countries', json(a.countries), 'kinds', json(a.kinds)) ORDER BY a.id) AS terms
       FROM agreements a
       JOIN hubs me ON me.id = ?1
       JOIN hubs h ON h.id = iif(a.proposer = ?1, a.partner, a.proposer)
       WHERE (a.proposer = ?1 OR a.partner = ?1) AND a.accepted_at IS NOT NULL AND a.ended_at IS NULL
       GROUP BY h.id`,
    )
    .bind(hubId);

function toPartner({ id, name, country, policy, sequence, subscribed, terms }: PartnerRow): PartnerState {
  // What cannot be read is no policy, and without one nothing is open.
  const settings = EXCHANGE.safeParse(policy ? JSON.parse(policy) : undefined).data ?? EXCHANGE.parse(undefined);
  return {
    hub: id,
    name,
    country,
    policy: settings,
    terms: JSON.parse(terms) as Terms[],
    open: settings.enabled && subscribed === 1,
    sequence,
    version: JSON.stringify([country, policy, subscribed, terms]),
  };
}

/** A profile that is offered, under both of its ids. */
interface OfferedProfile extends Offer {
  readonly hubId: string;
  readonly id: string;
  readonly exchangeId: string;
}

interface OfferRow {
  hub_id: string;
  kind: Kind;
  id: string;
  exchange_id: string;
  body: string;
  lang: string | null;
  hubs: string | null;
  release_text: 0 | 1;
}

const OFFER_COLUMNS = 'p.hub_id, p.kind, p.id, x.id AS exchange_id, p.lang, c.hubs, c.release_text';
const offerJoins = (join: 'JOIN' | 'LEFT JOIN') => `
  ${join} exchange_ids x ON x.hub_id = p.hub_id AND x.kind = p.kind AND x.profile_id = p.id
  ${join} consents c ON c.hub_id = p.hub_id AND c.kind = p.kind AND c.profile_id = p.id
    AND c.purpose = 'exchange' AND c.withdrawn_at IS NULL`;

const fromOfferRow = (row: OfferRow): OfferedProfile => ({
  hubId: row.hub_id,
  kind: row.kind,
  id: row.id,
  exchangeId: row.exchange_id,
  // Read when it is asked for, so that a row that cannot be read fails itself and not its page.
  get profile() {
    return {
      ...(JSON.parse(row.body) as Profile),
      ...(row.lang && { lang: row.lang as NonNullable<Profile['lang']> }),
    };
  },
  hubs: row.hubs === null ? null : (JSON.parse(row.hubs) as string[]),
  releaseText: row.release_text === 1,
});

/** A card of another hub, with what stands behind it. */
export interface ReleasedCard {
  readonly exchangeId: string;
  readonly profile: { readonly hubId: string; readonly kind: Kind; readonly id: string };
  readonly card: ExchangeCard;
  readonly home: Home;
}

/** Of these exchange ids the cards that a hub may see right now. */
export async function releasedCards(
  db: Queryable,
  hub: Pick<Hub, 'id'>,
  exchangeIds: readonly string[],
): Promise<ReleasedCard[]> {
  const [partners, offers] = await db.batch<PartnerRow | OfferRow>([
    partnersOf(db, hub.id),
    db
      .prepare(
        `SELECT ${OFFER_COLUMNS}, p.body FROM profiles p ${offerJoins('JOIN')} WHERE x.id IN (SELECT value FROM json_each(?))`,
      )
      .bind(JSON.stringify(exchangeIds)),
  ]);
  const partnerOf = new Map(((partners?.results ?? []) as PartnerRow[]).map((row) => [row.id, toPartner(row)]));
  return ((offers?.results ?? []) as OfferRow[]).map(fromOfferRow).flatMap((offer) => {
    const { hubId, kind, id, exchangeId } = offer;
    const partner = partnerOf.get(hubId);
    const card = partner && rowOrLog({ hub: hubId, kind, id }, () => releaseCard(partner, hub.id, offer));
    if (!card) return [];
    const home = { hub: hubId, name: partner.name, country: partner.country as CountryCode };
    return [{ exchangeId, profile: { hubId, kind, id }, card, home }];
  });
}

/** The profile behind a card, while the card may be seen by `hub`. */
export async function resolveCard(
  db: Queryable,
  hub: Pick<Hub, 'id'>,
  kind: Kind,
  exchangeId: string,
): Promise<ReleasedCard['profile'] | undefined> {
  const [found] = await releasedCards(db, hub, [exchangeId]);
  return found?.profile.kind === kind ? found.profile : undefined;
}

/** An offer that changed: undefined where the profile is not offered (any more). */
export interface OfferChange {
  readonly kind: Kind;
  /** True id: it stays within the index of the receiving hub. */
  readonly id: string;
  readonly offer: OfferedProfile | undefined;
  /** Of the model asked for; base64, see `lib/vectors.ts`. */
  readonly vectors: { readonly windows: string; readonly sentences: string; readonly names: string | null } | undefined;
}

const OFFER_CHANGES = `FROM profiles p ${offerJoins('LEFT JOIN')}
  LEFT JOIN vectors v ON c.id IS NOT NULL AND v.hub_id = p.hub_id AND v.kind = p.kind AND v.id = p.id AND v.model = ?1
  WHERE p.hub_id = ?2 AND p.sequence > ?3 AND (?3 > 0 OR c.id IS NOT NULL)`;

/**
 * Profiles of a hub that were written after a sequence, oldest first: those that are offered with
 * their vectors of one model, and of the others, unless all are read anew, only that they are not.
 */
export async function readOfferChanges(
  db: Queryable,
  hubId: string,
  model: string,
  after: number,
): Promise<{ readonly changes: readonly OfferChange[]; readonly last: number | undefined }> {
  const { results } = await db
    .prepare(
      `SELECT ${OFFER_COLUMNS}, iif(c.id IS NULL, NULL, p.body) AS body, p.sequence, c.id AS consent,
         v.windows, v.sentences, v.names
       ${OFFER_CHANGES} AND p.sequence <= ${endOfPage(OFFER_CHANGES)} ORDER BY p.sequence`,
    )
    .bind(model, hubId, after)
    .all<
      OfferRow & {
        sequence: number;
        consent: string | null;
        windows: string | null;
        sentences: string | null;
        names: string | null;
      }
    >();
  return {
    changes: results.map(({ consent, windows, sentences, names, ...row }) => ({
      kind: row.kind,
      id: row.id,
      offer: consent === null ? undefined : fromOfferRow(row),
      vectors: windows !== null && sentences !== null ? { windows, sentences, names } : undefined,
    })),
    last: results.at(-1)?.sequence,
  };
}

/** The id by which the exchange knows a profile; undefined when it never offered it. */
export async function exchangeIdOf(db: Queryable, hubId: string, kind: Kind, id: string): Promise<string | undefined> {
  const found = await db
    .prepare('SELECT id FROM exchange_ids WHERE hub_id = ? AND kind = ? AND profile_id = ?')
    .bind(hubId, kind, id)
    .first<string>('id');
  return found ?? undefined;
}
