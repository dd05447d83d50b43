/**
 * What of a profile another hub may see. Pure: who decides is passed in.
 *
 * @module
 */
import { accreditationBody, normaliseProfile } from '@kopru/sdk/engine';
import { type CountryCode, DEFAULT_RATES } from '@kopru/sdk/facets';
import {
  type ExchangeCard,
  type HubSettings,
  KINDS,
  type Kind,
  mayBeShown,
  type Profile,
  standingOf,
} from '@kopru/sdk/schema';

/** A filter within an agreement; null lets all through. */
export interface Terms {
  readonly countries: readonly CountryCode[] | null;
  readonly kinds: readonly Kind[] | null;
}

/** A hub with which there is an agreement, as the receiving hub sees it. */
export interface Partner {
  readonly hub: string;
  readonly name: string;
  readonly country: CountryCode | null;
  readonly policy: HubSettings['exchange'];
  /** Of every agreement in force; what one of them lets through may be seen. */
  readonly terms: readonly Terms[];
  /** It takes part in the exchange, and the receiving hub takes cards from its country. */
  readonly open: boolean;
}

/** A profile whose owner consents to the exchange. */
export interface Offer {
  readonly kind: Kind;
  /** With the language of its text. */
  readonly profile: Profile;
  /** Hubs that may receive it; null for all. */
  readonly hubs: readonly string[] | null;
  readonly releaseText: boolean;
}

/** The card that a partner's profile has in a hub; none when it may not be seen there. */
export function releaseCard(
  partner: Partner,
  receiver: string,
  { kind, profile, hubs, releaseText }: Offer,
): ExchangeCard | undefined {
  if (!partner.open || !mayBeShown(standingOf(profile))) return undefined;
  if (hubs && !hubs.includes(receiver)) return undefined;
  const card = cardOf(kind, profile, partner.policy.cardFields[kind], releaseText);
  // A country that the card does not tell must not be told by whether there is a card.
  const country = card.country ?? (partner.country as CountryCode);
  const admitted = partner.terms.some(
    ({ countries, kinds }) => (countries?.includes(country) ?? true) && (kinds?.includes(kind) ?? true),
  );
  return admitted ? card : undefined;
}

/** The name, and the fields that the policy names and the owner does not keep private. */
function cardOf(kind: Kind, profile: Profile, policy: readonly string[], releaseText: boolean): ExchangeCard {
  const hidden: readonly string[] = profile.private ?? [];
  const told = Object.entries(profile).filter(
    ([field]) => field === 'name' || (policy.includes(field) && !hidden.includes(field)),
  );
  const card: Record<string, unknown> = Object.fromEntries(told);
  if (!releaseText) return withoutText(kind, card) as ExchangeCard;
  const { lang: _, ...wordless } = card;
  return (KINDS[kind].text in card ? card : wordless) as ExchangeCard;
}

/** Fields of closed vocabularies, numbers and an address. A field that is named nowhere here counts as free text. */
const NO_TEXT = [
  ['name', 'country', 'languages', 'website'],
  ['stage', 'trl', 'targetMarkets', 'raise'],
  ['type', 'stages', 'countries', 'ticket', 'instruments', 'role', 'coInvestment', 'fund', 'allowsCompetitors'],
  ['roles', 'teamCountries', 'remote', 'hoursPerWeek', 'experienceYears'],
  ['types', 'supplierCountries', 'neededBy', 'terms'],
  ['offeredIn', 'availability', 'capacity'],
  ['capacityPerMonth', 'leadTimeDays', 'recognisedIn'],
  ['startupCountries', 'grant', 'equity'],
  ['classifications'],
].flat();
const SECTOR_LISTS = ['sectors', 'excludedSectors'] as const;

type Part = Readonly<Record<string, unknown>>;
const lessOne = (name: string) => (value: unknown) => {
  const { [name]: _, ...rest } = value as Part;
  return Object.keys(rest).length > 0 ? rest : undefined;
};
/** Stands for an accreditation body that only its owner's text names. */
const UNNAMED = '—';

/** What stays of a field that has a text in it. */
const WITHOUT_TEXT: Readonly<Record<string, (value: unknown) => unknown>> = {
  team: lessOne('summary'),
  traction: lessOne('summary'),
  licence: lessOne('price'),
  jurisdictions: (all) => (all as readonly Part[]).map(lessOne('number')),
  // Its last day and where it counts keep a laboratory out of matches, which must hold at partners too.
  accreditation(value) {
    const { body, validUntil } = value as { readonly body: string; readonly validUntil?: string };
    const known = accreditationBody(body);
    if (known === undefined && validUntil === undefined) return undefined;
    return { body: known ?? UNNAMED, ...(validUntil !== undefined && { validUntil }) };
  },
  // Applications name a call by its number then.
  calls: (all) => (all as readonly Part[]).map((call, i) => ({ ...call, name: String(i + 1) })),
};

function withoutText(kind: Kind, card: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(card).filter(([field]) => NO_TEXT.includes(field));
  const bare = { name: '', [KINDS[kind].text]: '', sectors: card.sectors, excludedSectors: card.excludedSectors };
  const { facets } = normaliseProfile(kind, '', bare as unknown as Profile, DEFAULT_RATES);
  const codes = SECTOR_LISTS.flatMap((field) => (facets[field] ? [[field, facets[field]]] : []));
  const parts = Object.entries(WITHOUT_TEXT).flatMap(([field, strip]) => {
    const left = card[field] === undefined ? undefined : strip(card[field]);
    return left === undefined ? [] : [[field, left]];
  });
  return Object.fromEntries([...kept, ...codes, ...parts]);
}
