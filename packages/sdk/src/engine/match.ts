/**
 * Composes the stages: index → gate → score → rerank → explain. The file to read first.
 *
 * @module
 */
import { KIND_NAMES, KINDS, type Kind } from '../kinds/index.ts';
import { pairingOf, soughtBy } from '../pairings/index.ts';
import type { EmbeddedProfile } from './embed.ts';
import { explain } from './explain.ts';
import { type GateResult, gate, mayBeShown } from './gate.ts';
import type { NormalProfile } from './normalise.ts';
import type { Change, Message, Pair, Pairing, SideWeights } from './pairing.ts';
import { rerank } from './rerank.ts';
import { measureSignals, type ScoredSignal, scoreOf } from './score.ts';
import { createVectorIndex, type VectorIndex } from './vector-index.ts';
import { SEES_ALL, tellSignals, type Viewer } from './visibility.ts';
import { POOL } from './weights.ts';
import { assertOwner, type WhyNot, whyNot } from './why-not.ts';

export interface MatchOptions {
  /** Which kind to seek. @default the first kind that the subject's kind is paired with */
  readonly kind?: Kind;
  /** Length of the list, 0 to `POOL`. @default 20 */
  readonly limit?: number;
  /** Leaves out matches below this score, 0 to 100. @default 0 */
  readonly minScore?: number;
  /** Strength of the diversity rerank in [0,1]; 0 leaves the order to score and price. @default DIVERSITY */
  readonly diversity?: number;
  /** Strength of the exposure fairness in [0,1]; 0 leaves prices aside. @default FAIRNESS */
  readonly fairness?: number;
  /** Exposure prices of the sought kind by id (`computeExposure`). @default none */
  readonly prices?: ReadonlyMap<string, number>;
  /** How many near misses to list: those whose text fits best but a gate keeps out, 0 to `POOL`. @default 0 */
  readonly rejected?: number;
  /** Who will read the list: an owner's is told nothing that follows from a field which the other side keeps private. @default sees all */
  readonly viewer?: Viewer;
  /** Weights of the hub in place of the pairing's, by side, as `learnWeights` gives them. @default those of the pairing */
  readonly weights?: Readonly<Partial<Record<Kind, SideWeights>>>;
}

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

/** A candidate that a gate keeps out, with every gate's answer and the smallest set of changes that would let it in. */
export interface Rejection {
  readonly kind: Kind;
  readonly id: string;
  readonly gates: readonly GateResult[];
  readonly changes: readonly Change[];
}

export interface MatchResult {
  readonly matches: readonly Match[];
  readonly rejected: readonly Rejection[];
}

/** Embedded profiles of all kinds, and the match lists over them. Holds no text but what it was given; does no I/O. */
export interface MatchIndex {
  readonly size: number;
  /** Adds a profile, or replaces the one of this kind and id. @throws {RangeError} on a vector of another model. */
  set(entry: EmbeddedProfile): void;
  /** Removes a profile; an unknown one is no error. */
  delete(kind: Kind, id: string): void;
  get(kind: Kind, id: string): EmbeddedProfile | undefined;
  /** The best matches of a profile, which need not be in the index itself. */
  match(subject: EmbeddedProfile, options?: MatchOptions): MatchResult;
  /**
   * Every gate between a profile and one of the index, and what would have to change.
   * @throws {RangeError} on kinds that are not paired, or a candidate that is not in the index; to an
   *   owner, one that may not be shown is not there either.
   */
  whyNot(subject: NormalProfile, candidate: Pick<NormalProfile, 'kind' | 'id'>, viewer?: Viewer): WhyNot;
}

/** @param model id of the embedder, @param dimensions length of its vectors. */
export function createMatchIndex({ id: model, dimensions }: { id: string; dimensions: number }): MatchIndex {
  const shelves = new Map(
    KIND_NAMES.map((kind) => [
      kind,
      { index: createVectorIndex(dimensions), entries: new Map<string, EmbeddedProfile>() },
    ]),
  );
  const shelf = (kind: Kind) => shelves.get(kind) as { index: VectorIndex; entries: Map<string, EmbeddedProfile> };

  function assertModel(entry: EmbeddedProfile): void {
    if (entry.model !== model)
      throw new RangeError(`a vector of ${entry.model} cannot be compared with vectors of ${model}`);
  }

  return {
    get size() {
      return [...shelves.values()].reduce((sum, { index }) => sum + index.size, 0);
    },

    set(entry) {
      assertModel(entry);
      const { kind, id } = entry.profile;
      shelf(kind).index.set(id, entry.windows);
      shelf(kind).entries.set(id, entry);
    },

    delete(kind, id) {
      shelf(kind).index.delete(id);
      shelf(kind).entries.delete(id);
    },

    get: (kind, id) => shelf(kind).entries.get(id),

    match(subject, { kind, limit = 20, minScore = 0, rejected = 0, viewer = SEES_ALL, weights, ...strengths } = {}) {
      assertModel(subject);
      assertOwner(viewer, subject.profile);
      const sought = kind ?? soughtBy(subject.profile.kind)[0];
      const found = sought && pairingOf(subject.profile.kind, sought);
      if (!sought || !found) throw new RangeError(`${subject.profile.kind} is not paired with ${sought ?? 'any kind'}`);
      const pairing: Pairing = weights ? { ...found, weights: { ...found.weights, ...weights } } : found;
      const { index, entries } = shelf(sought);
      const entry = (id: string) => entries.get(id) as EmbeddedProfile;
      const eligibility = (id: string) => gate(pairing, pairUp(subject, entry(id)), entry(id).profile);

      const candidates = index
        .search(subject.windows, POOL, (id) => eligibility(id).eligible)
        .map(({ id, cosine }) => rate(pairing, subject, entry(id), cosine))
        .filter(({ score }) => score >= minScore)
        .sort((a, b) => b.score - a.score || b.cosine - a.cosine || (a.entry.profile.id < b.entry.profile.id ? -1 : 1));
      const misses =
        rejected === 0
          ? []
          : index.search(subject.windows, rejected, (id) => mayBeShown(entry(id).profile) && !eligibility(id).eligible);

      return {
        matches: rerank(candidates, limit, strengths)
          .slice(0, limit)
          .map((candidate) => toMatch(pairing, subject, candidate, viewer)),
        rejected: misses.map(({ id }) =>
          toRejection(whyNot(pairing, subject.profile, entry(id).profile, viewer), sought, id),
        ),
      };
    },

    whyNot(subject, { kind, id }, viewer = SEES_ALL) {
      const pairing = pairingOf(subject.kind, kind);
      if (!pairing) throw new RangeError(`${subject.kind} is not paired with ${kind}`);
      const candidate = shelf(kind).entries.get(id)?.profile;
      if (!candidate || !('sees' in viewer || mayBeShown(candidate)))
        throw new RangeError(`no ${kind} "${id}" among the ${KINDS[kind].path} that were added`);
      return whyNot(pairing, subject, candidate, viewer);
    },
  };
}

const pairUp = (a: EmbeddedProfile, b: EmbeddedProfile): Pair => ({
  [a.profile.kind]: a.profile,
  [b.profile.kind]: b.profile,
});

interface Candidate {
  readonly entry: EmbeddedProfile;
  readonly id: string;
  readonly windows: EmbeddedProfile['windows'];
  readonly cosine: number;
  readonly signals: readonly ScoredSignal[];
  readonly score: number;
}

function rate(pairing: Pairing, subject: EmbeddedProfile, entry: EmbeddedProfile, cosine: number): Candidate {
  const signals = measureSignals(pairing, pairUp(subject, entry), cosine);
  return { entry, id: entry.profile.id, windows: entry.windows, cosine, signals, score: scoreOf(signals) };
}

function toMatch(
  pairing: Pairing,
  subject: EmbeddedProfile,
  { entry, signals: measured, score }: Candidate,
  viewer: Viewer,
): Match {
  const { kind, id } = entry.profile;
  const signals = tellSignals(pairing, pairUp(subject, entry), measured, viewer);
  return {
    kind,
    id,
    score,
    signals: signals.map(({ name, value, weights }) => ({ name, value, weights })),
    ...explain(signals, subject, entry),
  };
}

const toRejection = ({ gates, changes }: WhyNot, kind: Kind, id: string): Rejection => ({
  kind,
  id,
  gates: gates.map(({ values: _, ...result }) => result),
  changes,
});
