/**
 * The profiles of the demo hub: the corpus, dressed with names, places, stages and amounts that are
 * all invented. No company, person or fund behind them is real.
 *
 * @module
 */
import { LOCALES, type Locale } from '@kopru/sdk/facets';
import type { Kind } from '@kopru/sdk/schema';
import { EXPERTS } from './seed/experts.ts';
import { FUNDS } from './seed/funds.ts';
import { inventInvestor } from './seed/investor.ts';
import { LABS } from './seed/labs.ts';
import { NEEDS } from './seed/needs.ts';
import { OFFERS } from './seed/offers.ts';
import { PATENTS } from './seed/patents.ts';
import { PROGRAMMES } from './seed/programmes.ts';
import { inventStartup } from './seed/startup.ts';
import { readTopics } from './seed/topic.ts';

/** A profile as a hub would send it. */
export interface DemoProfile {
  readonly kind: Kind;
  /** `s-` or `i-` and the topic of the corpus, or another letter and a number. */
  readonly id: string;
  readonly profile: object;
}

/**
 * One startup and one investor for each topic of the corpus; the same list on every call. Each
 * language writes a ninth of the startups and a ninth of the investors, and meets every language on the
 * other side equally often. Beside them the funds, experts, needs, laboratories, programmes, patents and offers that
 * were written by hand.
 */
export function demoProfiles(): DemoProfile[] {
  const turns = { startup: new Map<Locale, number>(), investor: new Map<Locale, number>() };
  const turn = (kind: 'startup' | 'investor', locale: Locale): number => {
    const count = turns[kind].get(locale) ?? 0;
    turns[kind].set(locale, count + 1);
    return count;
  };

  const pairs = readTopics().flatMap((topic, i): DemoProfile[] => {
    const from = LOCALES[i % 9] as Locale;
    const to = LOCALES[(i + Math.floor(i / 9)) % 9] as Locale;
    const { facts, profile } = inventStartup(topic, from, turn('startup', from));
    const mandate = inventInvestor(topic, to, turn('investor', to), facts);
    return [dress('startup', `s-${topic.id}`, profile, i), dress('investor', `i-${topic.id}`, mandate, i + 20)];
  });
  const byHand = (kind: Kind, mark: string, profiles: readonly object[], from: number) =>
    profiles.map((profile, i) => dress(kind, `${mark}-${i + 1}`, profile, i + from));
  return [
    ...pairs,
    ...byHand('investor', 'f', FUNDS, 3),
    ...byHand('expert', 'e', EXPERTS, 40),
    ...byHand('need', 'n', NEEDS, 60),
    ...byHand('lab', 'l', LABS, 60),
    ...byHand('programme', 'p', PROGRAMMES, 3),
    ...byHand('patent', 't', PATENTS, 21),
    ...byHand('offer', 'o', OFFERS, 21),
  ];
}

/** Adds the private fields. A handful of profiles is not for others to see: a draft, a paused one, one without consent. */
function dress(kind: Kind, id: string, facets: object, i: number): DemoProfile {
  const hidden = (['draft', 'paused', 'refused'] as const)[i % 90];
  const profile = {
    ...facets,
    contact: { email: `${id}@example.org` },
    status: hidden === undefined || hidden === 'refused' ? 'active' : hidden,
    // Most may also be found by visitors of the hub's site.
    consent: { matching: hidden !== 'refused', ...(hidden !== 'refused' && i % 5 !== 4 && { search: true }) },
  };
  // A facet that is left out must be absent, not undefined: the round trip drops it.
  return { kind, id, profile: JSON.parse(JSON.stringify(profile)) as object };
}
