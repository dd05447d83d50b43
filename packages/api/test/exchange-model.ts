/**
 * The exchange in the plainest words there are: who may see which card with which fields. A property
 * test compares every list of the API with it.
 *
 * @module
 */
import type { Kind } from '@kopru/sdk/schema';

export interface Policy {
  readonly enabled: boolean;
  readonly fields: readonly string[];
}

interface ModelProfile {
  readonly body: Record<string, unknown> & { name: string; status: string; private: string[] };
  consent: { readonly hubs: 'all' | readonly number[]; readonly releaseText: boolean } | undefined;
}

interface ModelAgreement {
  readonly between: readonly [number, number];
  readonly kinds: readonly Kind[] | undefined;
  readonly countries: readonly string[] | undefined;
  state: 'proposed' | 'accepted' | 'ended';
}

export class ExchangeModel {
  readonly countries: readonly string[];
  readonly policies: Policy[];
  readonly profiles = new Map<string, ModelProfile>();
  readonly agreements: ModelAgreement[] = [];
  /** `"hub country"` for each open corridor. */
  readonly corridors = new Set<string>();

  constructor(countries: readonly string[], policy: Policy) {
    this.countries = countries;
    this.policies = countries.map(() => policy);
  }

  /** The cards of a kind that a hub may see, by home hub. */
  cardsFor(receiver: number, kind: Kind): Map<number, Record<string, unknown>> {
    const cards = new Map<number, Record<string, unknown>>();
    for (const home of this.countries.keys()) {
      const card = this.#cardFor(receiver, home, kind);
      if (card) cards.set(home, card);
    }
    return cards;
  }

  #cardFor(receiver: number, home: number, kind: Kind): Record<string, unknown> | undefined {
    const profile = this.profiles.get(`${home} ${kind}`);
    const country = this.countries[home] as string;
    const { enabled, fields } = this.policies[home] as Policy;
    if (home === receiver || !enabled || !this.corridors.has(`${receiver} ${country}`)) return undefined;
    if (!profile?.consent || profile.body.status !== 'active') return undefined;
    const { hubs, releaseText } = profile.consent;
    if (hubs !== 'all' && !hubs.includes(receiver)) return undefined;
    const shown = (field: string) => fields.includes(field) && !profile.body.private.includes(field);
    const told = shown('country') ? ((profile.body.country as string | undefined) ?? country) : country;
    const allowed = this.agreements.some(
      ({ between, state, kinds, countries }) =>
        state === 'accepted' &&
        between.includes(home) &&
        between.includes(receiver) &&
        (kinds ?? [kind]).includes(kind) &&
        (countries ?? [told]).includes(told),
    );
    return allowed ? cardOf(profile.body, shown, releaseText) : undefined;
  }
}

function cardOf(body: ModelProfile['body'], shown: (field: string) => boolean, releaseText: boolean) {
  const card: Record<string, unknown> = { name: body.name };
  for (const field of ['country', 'stage', 'stages', 'roles', 'types', 'leadTimeDays', 'offeredIn'])
    if (shown(field) && body[field]) card[field] = body[field];
  if (shown('sectors')) card.sectors = releaseText ? body.sectors : ['irrigation'];
  if (shown('team') && body.team) card.team = releaseText ? body.team : { size: 7 };
  if (shown('calls') && body.calls) card.calls = releaseText ? body.calls : [{ name: '1', closesOn: '2099-12-31' }];
  if (shown('licence') && body.licence) card.licence = releaseText ? body.licence : { type: 'either' };
  for (const field of ['skills', 'test', 'scope', 'owner', 'price'])
    if (releaseText && shown(field) && body[field]) card[field] = body[field];
  for (const field of ['pitch', 'thesis', 'about', 'abstract']) {
    if (!releaseText || !shown(field) || !body[field]) continue;
    card[field] = body[field];
    if (shown('lang')) card.lang = body.lang;
  }
  return card;
}
