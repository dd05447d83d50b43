/**
 * Composes the stages: index → gate → score → rerank → explain. The file to read first.
 *
 * @module
 */
import { KIND_NAMES, type Kind } from '../kinds/index.ts';
import { pairingOf, soughtBy } from '../pairings/index.ts';
import type { EmbeddedProfile } from './embed.ts';
import { explain } from './explain.ts';
import { type GateResult, gate, mayBeShown } from './gate.ts';
import type { Message, Pair, Pairing } from './pairing.ts';
import { rerank } from './rerank.ts';
import { measureSignals, type ScoredSignal, scoreOf } from './score.ts';
import { createVectorIndex, type VectorIndex } from './vector-index.ts';
import { DIVERSITY, POOL } from './weights.ts';

export interface MatchOptions {
  /** Which kind to seek. @default the first kind that the subject's kind is paired with */
  readonly kind?: Kind;
  /** Length of the list, 0 to `POOL`. @default 20 */
  readonly limit?: number;
  /** Leaves out matches below this score, 0 to 100. @default 0 */
  readonly minScore?: number;
  /** Strength of the diversity rerank in [0,1]; 0 is the pure ranking. @default DIVERSITY */
  readonly diversity?: number;
  /** How many near misses to list: those whose text fits best but a gate keeps out, 0 to `POOL`. @default 0 */
  readonly rejected?: number;
}

/** A scored pair with its signals, reasons and evidence. */
export interface Match {
  readonly kind: Kind;
  readonly id: string;
  /** 0 to 100 in steps of 0.1; equals `scoreOf(signals)`. */
  readonly score: number;
  readonly signals: readonly Pick<ScoredSignal, 'name' | 'value' | 'weights'>[];
  readonly reasons: readonly Message[];
  readonly cautions: readonly Message[];
}

/** A candidate that a gate keeps out, with every gate's answer. */
export interface Rejection {
  readonly kind: Kind;
  readonly id: string;
  readonly gates: readonly GateResult[];
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

    match(subject, { kind, limit = 20, minScore = 0, diversity = DIVERSITY, rejected = 0 } = {}) {
      assertModel(subject);
      const sought = kind ?? soughtBy(subject.profile.kind)[0];
      const pairing = sought && pairingOf(subject.profile.kind, sought);
      if (!sought || !pairing)
        throw new RangeError(`${subject.profile.kind} is not paired with ${sought ?? 'any kind'}`);
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
        matches: rerank(candidates, limit, diversity)
          .slice(0, limit)
          .map((candidate) => toMatch(subject, candidate)),
        rejected: misses.map(({ id }) => ({ kind: sought, id, gates: eligibility(id).gates })),
      };
    },
  };
}

const pairUp = (a: EmbeddedProfile, b: EmbeddedProfile): Pair => ({
  [a.profile.kind]: a.profile,
  [b.profile.kind]: b.profile,
});

interface Candidate {
  readonly entry: EmbeddedProfile;
  readonly windows: EmbeddedProfile['windows'];
  readonly cosine: number;
  readonly signals: readonly ScoredSignal[];
  readonly score: number;
}

function rate(pairing: Pairing, subject: EmbeddedProfile, entry: EmbeddedProfile, cosine: number): Candidate {
  const signals = measureSignals(pairing, pairUp(subject, entry), cosine);
  return { entry, windows: entry.windows, cosine, signals, score: scoreOf(signals) };
}

function toMatch(subject: EmbeddedProfile, { entry, signals, score }: Candidate): Match {
  const { kind, id } = entry.profile;
  return {
    kind,
    id,
    score,
    signals: signals.map(({ name, value, weights }) => ({ name, value, weights })),
    ...explain(signals, subject, entry),
  };
}
