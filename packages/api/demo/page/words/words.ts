import type { DraftKind } from '../kinds.ts';

/** The words of the demo page in one language. */
export interface PageWords {
  readonly title: string;
  readonly tagline: string;
  readonly about: string;
  readonly language: string;
  readonly skip: string;
  readonly choose: string;
  readonly paste: string;
  readonly mode: string;
  readonly kind: string;
  readonly search: string;
  readonly found: (count: number) => string;
  readonly nothingFound: string;
  readonly listFailed: string;
  /** Whose text is pasted. */
  readonly texts: Readonly<Record<DraftKind, string>>;
  readonly textHint: string;
  readonly examples: string;
  readonly optional: string;
  readonly country: Readonly<Record<DraftKind, string>>;
  readonly amount: Readonly<Record<DraftKind, string>>;
  readonly notStated: string;
  readonly find: string;
  readonly notStored: string;
  readonly matchesFor: string;
  /** Which kind is listed. */
  readonly seeks: string;
  /** Heading of who can help a startup into a country. */
  readonly market: string;
  /** Heading of who could fill its round together. */
  readonly round: string;
  /** Heading of what a startup has applied to, and can. */
  readonly applications: string;
  /** Heading of the patents that are like a patent. */
  readonly neighbours: string;
  /** Heading of what became of the applications to a programme, and what is counted. */
  readonly numbers: string;
  readonly counts: Readonly<Record<'call' | 'applied' | 'admitted' | 'places' | 'alumni' | 'raised', string>>;
  readonly noAnswer: string;
  /** Heading of what goes on between the hubs, what these are, and the link to their action plan. */
  readonly region: string;
  readonly regionHint: string;
  readonly plan: string;
  readonly ownText: string;
  readonly correct: string;
  readonly problems: Readonly<Record<'empty' | 'tooLong' | 'text' | 'amount' | 'choice', string>>;
  readonly reference: string;
}
