/**
 * The contract of a pairing: which kind seeks which, with its gates and signals. The stages of the
 * engine know pairings only through these types.
 *
 * @module
 */
import type { Kind } from '../kinds/index.ts';
import type { MessageEvidence, MessageKey } from '../strings/index.ts';
import type { Day } from './day.ts';
import type { NormalProfile } from './normalise.ts';

/** A sentence as data: a message key and what it speaks of. Rendered by `renderMessage` in any language. */
export type Message = { [K in MessageKey]: { readonly key: K; readonly evidence: MessageEvidence[K] } }[MessageKey];

/** The two profiles of a pair, by kind. */
export type Pair = Readonly<Partial<Record<Kind, NormalProfile>>>;

/** What a gate says of a pair: `unknown` passes, and says what was not stated. */
export type Verdict =
  | { readonly outcome: 'pass' }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'fail'; readonly message: Message };

/** One field of one side, as it would have to be for a pair to pass a gate. */
export interface Change {
  readonly side: Kind;
  /** JSON Pointer (RFC 6901) to the field in the profile. */
  readonly path: string;
  /** What stands there, as normalised: free text by its code where it has one, regions as countries. Absent: not kept. */
  readonly from?: unknown;
  /** The nearest value that would do; `null` where only the owner can say which. */
  readonly to: unknown;
  readonly message: Message;
}

/** Changes that together, and none less, take a pair through one gate. */
export type Repair = readonly Change[];

/** A hard limit. */
export interface Gate<P> {
  readonly name: string;
  /** @param day on which the question is asked: a call closes, an accreditation ends */
  check(pair: P, day: Day): Verdict;
  /** Left out of answers where it is `unknown`: few profiles state what it reads, and the others hear nothing of it. @default no */
  readonly quiet?: true;
  /**
   * The codes of a side, where a pair fails if both sides state some and share none, and only then: an index
   * then passes over whom the gate keeps out without looking. Undefined: none stated. They hold on every day.
   */
  codes?(profile: NormalProfile): readonly string[] | undefined;
  /**
   * The ways in which a pair that fails could pass, by the terms that a side sets for itself: what a
   * startup is (sector, stage, country) is a fact, and nobody is told to alter it.
   */
  repairs(pair: P, day: Day): readonly Repair[];
}

/** A limit that a side sets for itself, and may lift. */
export interface Limit {
  /** The gate that holds it. */
  readonly gate: string;
  /** JSON Pointer (RFC 6901) to the field in the profile. */
  readonly path: string;
  /** The profile without the limit; undefined where it states none. */
  lift(profile: NormalProfile): NormalProfile | undefined;
}

/** What a signal says of a pair. */
export interface Measure {
  /** Fit in [0,1], or `null` when a side has not stated what the signal reads. */
  readonly value: number | null;
  /** Why this speaks for the pair. */
  readonly reason?: Message;
  /** What to mind in this pair. */
  readonly caution?: Message;
}

/** A soft measure of one aspect of fit. */
export interface Signal<P> {
  readonly name: SignalName;
  measure(pair: P): Measure;
}

/**
 * A signal that counts on top of the others, and only in a pair of which it has something to say: where it
 * measures `null` it is left out, so that the score of all others is what it is without it. Its weights are
 * not learned, and no part of the sum of 1.
 */
export interface Extra<P, S extends Kind = Kind> extends Signal<P> {
  readonly weights: Readonly<Record<S, number>>;
}

/** `semantic` belongs to every pairing and is measured by the engine from the texts. */
export const SIGNAL_NAMES = [
  'semantic',
  'sector',
  'stage',
  'ticket',
  'country',
  'corridor',
  'language',
  'role',
  'synergy',
  'scope',
  'needType',
] as const;
export type SignalName = (typeof SIGNAL_NAMES)[number];

/** The signals that a side weighs, in the order of {@link SIGNAL_NAMES}. */
export const weighed = <W extends SideWeights>(weights: W): (keyof W & SignalName)[] =>
  SIGNAL_NAMES.filter((name) => weights[name] !== undefined) as (keyof W & SignalName)[];

/** How much each signal of a pairing counts for a side; the weights of one side sum to 1. */
export type SideWeights = Readonly<Partial<Record<SignalName, number>>>;

export interface Pairing<A extends Kind = Kind, B extends Kind = Kind, W extends SideWeights = SideWeights> {
  readonly sides: readonly [A, B];
  readonly gates: readonly Gate<Readonly<Record<A | B, NormalProfile>>>[];
  readonly signals: readonly Signal<Readonly<Record<A | B, NormalProfile>>>[];
  readonly weights: Readonly<Record<A | B, W>>;
  readonly extras?: readonly Extra<Readonly<Record<A | B, NormalProfile>>, A | B>[];
  readonly limits: Readonly<Record<A | B, readonly Limit[]>>;
  /** Tells the sentence of each side that agrees most with the other. @default one that names both sides */
  readonly sentences?: (texts: Readonly<Record<A | B, string>>) => Message;
}
