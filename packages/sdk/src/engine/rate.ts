import type { Kind } from '../kinds/index.ts';
import { mayBeShown } from '../kinds/standing.ts';
import { pairingOf } from '../pairings/index.ts';
import type { Day } from './day.ts';
import type { EmbeddedProfile } from './embed.ts';
import { explain } from './explain.ts';
import type { Message, Pair, Pairing, SideWeights } from './pairing.ts';
import { measureSignals, type ScoredSignal, scorerOf } from './score.ts';
import { nearest } from './vector-index.ts';
import { SEES_ALL, tellSignals, type Viewer } from './visibility.ts';
import { assertOwner, type WhyNot, whyNot } from './why-not.ts';

/** Weights of a hub in place of the pairing's, by side, as `learnWeights` gives them. */
export type HubWeights = Readonly<Partial<Record<Kind, SideWeights>>>;

/** A scored pair with its signals, reasons and evidence. */
export interface Match {
  readonly kind: Kind;
  readonly id: string;
  /**
   * 0 to 100 in steps of 0.1; equals `scoreOf(signals)` for a viewer who sees all. For others it counts
   * what they may not see as well, and does not follow from the signals that they are shown.
   */
  readonly score: number;
  readonly signals: readonly Pick<ScoredSignal, 'name' | 'value' | 'weights'>[];
  readonly reasons: readonly Message[];
  readonly cautions: readonly Message[];
}

/** One pair by itself: its match, whether it is eligible or not, and why not. */
export interface PairResult extends Match, WhyNot {}

/** What a place in a list follows from. */
export interface Candidate {
  readonly entry: EmbeddedProfile;
  readonly id: string;
  readonly windows: EmbeddedProfile['windows'];
  readonly cosine: number;
  readonly score: number;
}

/** The pairing of two kinds with the weights that hold. @throws {RangeError} on kinds that are not paired. */
export function pairingWith(a: Kind, b: Kind | undefined, weights?: HubWeights): Pairing {
  const found = b && pairingOf(a, b);
  if (!found) throw new RangeError(`${a} is not paired with ${b ?? 'any kind'}`);
  return weights ? { ...found, weights: { ...found.weights, ...weights } } : found;
}

export const pairUp = (a: EmbeddedProfile, b: EmbeddedProfile): Pair => ({
  [a.profile.kind]: a.profile,
  [b.profile.kind]: b.profile,
});

/** Rates the pairs of a pairing of which the cosine of the texts is known. */
export function raterOf(pairing: Pairing) {
  const score = scorerOf(pairing);
  return (entry: EmbeddedProfile, pair: Pair, cosine: number): Candidate => ({
    entry,
    id: entry.profile.id,
    windows: entry.windows,
    cosine,
    score: score(pair, cosine),
  });
}

/** A rated pair as a viewer is told of it. */
export function toMatch(
  pairing: Pairing,
  subject: EmbeddedProfile,
  { entry, cosine, score }: Candidate,
  viewer: Viewer,
): Match {
  assertOwner(viewer, subject.profile);
  const { kind, id } = entry.profile;
  const pair = pairUp(subject, entry);
  const signals = tellSignals(pairing, pair, measureSignals(pairing, pair, cosine), viewer);
  return {
    kind,
    id,
    score,
    signals: signals.map(({ name, value, weights }) => ({ name, value, weights })),
    ...explain(signals, subject, entry),
  };
}

/**
 * One pair by itself, as a list would show it: score, signals and explanation, whether it is eligible
 * and why not. Exposure prices and diversity order lists and have no part in it.
 *
 * @throws {RangeError} on kinds that are not paired, vectors of two models, or, for an owner, a candidate
 *   that may not be shown.
 */
export function matchPair(
  subject: EmbeddedProfile,
  candidate: EmbeddedProfile,
  {
    viewer = SEES_ALL,
    weights,
    day,
  }: { readonly viewer?: Viewer; readonly weights?: HubWeights | undefined; readonly day?: Day | undefined } = {},
): PairResult {
  if (subject.model !== candidate.model)
    throw new RangeError(`a vector of ${subject.model} cannot be compared with one of ${candidate.model}`);
  if (!('sees' in viewer || mayBeShown(candidate.profile)))
    throw new RangeError('the candidate may not be shown to an owner');
  const pairing = pairingWith(subject.profile.kind, candidate.profile.kind, weights);
  const cosine = nearest(subject.windows, candidate.windows);
  const rated = raterOf(pairing)(candidate, pairUp(subject, candidate), cosine);
  return {
    ...toMatch(pairing, subject, rated, viewer),
    ...whyNot(pairing, subject.profile, candidate.profile, viewer, day),
  };
}
