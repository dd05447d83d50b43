/**
 * The facts of cards in words: what a list, a mail or a page shows of a profile beside its name and its text. A new
 * kind is one file beside this one and one line in {@link FACTS}.
 *
 * @module
 */
import type { Formatter } from '../../strings/index.ts';
import type { Kind, ProfileOf } from '../index.ts';
import { expertFacts } from './expert.ts';
import type { Fact, FactsOf } from './fact.ts';
import { investorFacts } from './investor.ts';
import { labFacts } from './lab.ts';
import { needFacts } from './need.ts';
import { offerFacts } from './offer.ts';
import { patentFacts } from './patent.ts';
import { programmeFacts } from './programme.ts';
import { startupFacts } from './startup.ts';

const FACTS: { readonly [K in Kind]: FactsOf<ProfileOf<K>> } = {
  startup: startupFacts,
  investor: investorFacts,
  expert: expertFacts,
  need: needFacts,
  lab: labFacts,
  programme: programmeFacts,
  patent: patentFacts,
  offer: offerFacts,
};

/** A fact of a card. */
export interface CardFact {
  /** The field of the profile. */
  readonly field: string;
  /** What it is called, and what it says, each in the form that stands alone. */
  readonly label: string;
  readonly value: string;
}

/**
 * The facts that a card states, in the order of reading; what is not stated is left out.
 *
 * @param to of the language of the reader, as `createFormatter(LOCALE_STRINGS.kk)`.
 */
export function cardFacts(kind: Kind, card: object, to: Formatter): CardFact[] {
  const stated = card as Readonly<Record<string, unknown>>;
  const facts = Object.entries(FACTS[kind]) as unknown as [string, Fact<unknown>][];
  return facts.flatMap(([field, { label, say }]) => {
    const value = stated[field] === undefined ? '' : say(stated[field], to);
    return value === '' ? [] : [{ field, label: to.capitalise(to.label(label)), value: to.capitalise(value) }];
  });
}
