/**
 * Composes the stages: index → gate → score → rerank → explain. The file to read first.
 *
 * @module
 */
import { KINDS, type Kind } from '../kinds/index.ts';
import { mayBeShown } from '../kinds/standing.ts';
import { soughtBy } from '../pairings/index.ts';
import { type Day, today } from './day.ts';
import type { EmbeddedProfile } from './embed.ts';
import { type GateResult, passes } from './gate.ts';
import { marksOf, marksSought } from './marks.ts';
import type { NormalProfile } from './normalise.ts';
import type { Change, Pair } from './pairing.ts';
import { type Candidate, type HubWeights, type Match, pairingWith, pairUp, raterOf, toMatch } from './rate.ts';
import { rerank } from './rerank.ts';
import { createVectorIndex, type Hit, type VectorIndex } from './vector-index.ts';
import { observe, SEES_ALL, seesWhole, type Viewer } from './visibility.ts';
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
  /**
   * Who will read the list: an owner's is told nothing that follows from a field which the other side
   * keeps private. A function where that is not the same for every candidate. @default sees all
   */
  readonly viewer?: Viewer | ((candidate: NormalProfile) => Viewer);
  /** @default the weights of the pairing */
  readonly weights?: HubWeights | undefined;
  /**
   * Which candidates to list at all. It is asked on what the viewer may see: a candidate whose hidden
   * field it reads is left out, whatever stands there. @default all
   */
  readonly accept?: (candidate: NormalProfile) => boolean;
  /** The day on which gates are asked: on another one calls have closed. @default today, in UTC */
  readonly day?: Day;
  /**
   * Ids that earlier pages of this list have shown. They hold their places in the order and are left
   * out, so that the pages of an index that does not change are one list. @default none
   */
  readonly shown?: Pick<ReadonlySet<string>, 'has' | 'size'>;
}

/** Which candidates to score: see {@link MatchOptions}. */
export type ScoreOptions = Pick<MatchOptions, 'kind' | 'weights' | 'accept' | 'day'>;

/** A candidate that a gate keeps out, with every gate's answer and the smallest set of changes that would let it in. */
export interface Rejection {
  readonly kind: Kind;
  readonly id: string;
  readonly gates: readonly GateResult[];
  readonly changes: readonly Change[];
}

export interface MatchResult {
  readonly matches: readonly Match[];
  /** How many of the `POOL` nearest are a match, whatever the length of the list. */
  readonly total: number;
  readonly rejected: readonly Rejection[];
}

/** Embedded profiles of all kinds, and the match lists over them. Holds no text but what it was given; does no I/O. */
export interface MatchIndex {
  readonly size: number;
  /** Bytes that it takes with all it was given, about; what profiles share is counted for each. */
  readonly memoryBytes: number;
  /** Adds a profile, or replaces the one of this kind and id. @throws {RangeError} on a vector of another model. */
  set(entry: EmbeddedProfile): void;
  /** Removes a profile; an unknown one is no error. */
  delete(kind: Kind, id: string): void;
  /** The profile of this kind and id; undefined when it was not set. */
  get(kind: Kind, id: string): EmbeddedProfile | undefined;
  /** The profiles of a kind, in no particular order. */
  all(kind: Kind): Iterable<EmbeddedProfile>;
  /**
   * The eligible candidates of a profile among the `POOL` nearest with their scores, in no particular
   * order: the pairs that exposure prices are computed from.
   */
  scores(subject: EmbeddedProfile, options?: ScoreOptions): Pick<Match, 'id' | 'score'>[];
  /** The best matches of a profile, which need not be in the index itself. */
  match(subject: EmbeddedProfile, options?: MatchOptions): MatchResult;
  /**
   * The profiles of the subject's own kind that are nearest by text, the nearest first, of those that are accepted; the
   * subject itself is not among them. No gate is asked.
   */
  nearest(
    subject: EmbeddedProfile,
    limit: number,
    accept: (candidate: NormalProfile) => boolean,
  ): { readonly entry: EmbeddedProfile; readonly cosine: number }[];
  /**
   * Every gate between a profile and one of the index, and what would have to change.
   * @throws {RangeError} on kinds that are not paired, or a candidate that is not in the index; to an
   *   owner, one that may not be shown is not there either.
   */
  whyNot(subject: NormalProfile, candidate: Pick<NormalProfile, 'kind' | 'id'>, viewer?: Viewer, day?: Day): WhyNot;
}

/**
 * An empty index for the vectors of one embedder: the id of the embedder, and the length of its vectors.
 *
 * @param scan what scans the vectors, as for `createVectorIndex`.
 */
export function createMatchIndex(
  { id: model, dimensions }: { id: string; dimensions: number },
  scan?: WebAssembly.Module | null,
): MatchIndex {
  const shelves = new Map<Kind, Shelf>();
  let bytesOfEntries = 0;

  /** The profiles of a kind, made when they are first asked for: each takes a memory of its own. */
  function shelf(kind: Kind): Shelf {
    const found = shelves.get(kind) ?? { index: createVectorIndex(dimensions, scan), entries: new Map() };
    shelves.set(kind, found);
    return found;
  }

  function assertModel(entry: EmbeddedProfile): void {
    if (entry.model !== model)
      throw new RangeError(`a vector of ${entry.model} cannot be compared with vectors of ${model}`);
  }

  function pairingFor(subject: EmbeddedProfile, { kind, weights }: ScoreOptions) {
    assertModel(subject);
    const sought = (kind ?? soughtBy(subject.profile.kind)[0]) as Kind;
    const pairing = pairingWith(subject.profile.kind, sought, weights);
    const { index, entries } = shelf(sought);
    const entry = (id: string) => entries.get(id) as EmbeddedProfile;
    return { sought, pairing, index, entry };
  }

  function candidatesOf(
    subject: EmbeddedProfile,
    { accept = () => true, day = today(), ...options }: ScoreOptions,
  ): Candidate[] {
    const { pairing, index, entry } = pairingFor(subject, options);
    // The marks by which is searched have asked the gates of codes.
    const unmarked = { ...pairing, gates: pairing.gates.filter(({ codes }) => !codes) };
    // Those that are accepted are the hits, in their order.
    const accepted: { one: EmbeddedProfile; pair: Pair }[] = [];
    const accepts = (id: string) => {
      const one = entry(id);
      if (!accept(one.profile)) return false;
      const pair = pairUp(subject, one);
      return passes(unmarked, pair, one.profile, day) && accepted.push({ one, pair }) > 0;
    };
    const hits = index.search(subject.windows, POOL, accepts, marksSought(pairing, subject.profile));
    const rate = raterOf(pairing);
    return accepted.map(({ one, pair }, i) => rate(one, pair, (hits[i] as Hit).cosine));
  }

  return {
    get size() {
      return [...shelves.values()].reduce((sum, { index }) => sum + index.size, 0);
    },

    get memoryBytes() {
      return [...shelves.values()].reduce((sum, { index }) => sum + index.memoryBytes, bytesOfEntries);
    },

    set(entry) {
      assertModel(entry);
      const { kind, id } = entry.profile;
      const { index, entries } = shelf(kind);
      index.set(id, entry.windows, marksOf(entry.profile));
      bytesOfEntries += bytesOf(entry) - bytesOf(entries.get(id));
      entries.set(id, entry);
    },

    delete(kind, id) {
      const found = shelves.get(kind);
      found?.index.delete(id);
      bytesOfEntries -= bytesOf(found?.entries.get(id));
      found?.entries.delete(id);
    },

    get: (kind, id) => shelves.get(kind)?.entries.get(id),

    all: (kind) => shelves.get(kind)?.entries.values() ?? [],

    scores: (subject, options = {}) => candidatesOf(subject, options).map(({ id, score }) => ({ id, score })),

    match(subject, options = {}) {
      const {
        limit = 20,
        minScore = 0,
        rejected = 0,
        viewer = SEES_ALL,
        shown = NONE,
        day = today(),
        ...rest
      } = options;
      if (typeof viewer !== 'function') assertOwner(viewer, subject.profile);
      const viewerOf = typeof viewer === 'function' ? viewer : () => viewer;
      const { diversity, fairness, prices, accept, ...others } = rest;
      const scoring = { ...others, day };
      const seen = accept && ((candidate: NormalProfile) => acceptsSeen(accept, candidate, viewerOf(candidate)));
      const { sought, pairing, index, entry } = pairingFor(subject, scoring);

      const candidates = candidatesOf(subject, { ...scoring, ...(seen && { accept: seen }) })
        .filter(({ score }) => score >= minScore)
        // Equal ones stay as the search has them: by falling cosine, then by id.
        .sort((a, b) => b.score - a.score);
      const isMiss = (id: string) => {
        const one = entry(id);
        const { profile } = one;
        return mayBeShown(profile) && !passes(pairing, pairUp(subject, one), profile, day) && (seen?.(profile) ?? true);
      };
      const misses = rejected === 0 ? [] : index.search(subject.windows, rejected, isMiss);
      const strengths = {
        ...(diversity !== undefined && { diversity }),
        ...(fairness !== undefined && { fairness }),
        ...(prices && { prices }),
      };

      return {
        total: candidates.length,
        matches: rerank(candidates, shown.size + limit, strengths)
          .filter(({ id }) => !shown.has(id))
          .slice(0, limit)
          .map((candidate) => toMatch(pairing, subject, candidate, viewerOf(candidate.entry.profile))),
        rejected: misses.map(({ id }) => {
          const { profile } = entry(id);
          return toRejection(whyNot(pairing, subject.profile, profile, viewerOf(profile), day), sought, id);
        }),
      };
    },

    nearest(subject, limit, accept) {
      assertModel(subject);
      const { kind, id: own } = subject.profile;
      const { index, entries } = shelf(kind);
      const entry = (id: string) => entries.get(id) as EmbeddedProfile;
      return index
        .search(subject.windows, limit, (id) => id !== own && accept(entry(id).profile))
        .map(({ id, cosine }) => ({ entry: entry(id), cosine }));
    },

    whyNot(subject, { kind, id }, viewer = SEES_ALL, day = today()) {
      const pairing = pairingWith(subject.kind, kind);
      const candidate = shelves.get(kind)?.entries.get(id)?.profile;
      if (!candidate || !('sees' in viewer || mayBeShown(candidate)))
        throw new RangeError(`no ${kind} "${id}" among the ${KINDS[kind].path} that were added`);
      return whyNot(pairing, subject, candidate, viewer, day);
    },
  };
}

/**
 * Bytes of a profile with its vectors, about: what its facets take as a rule (measured in V8), two for each letter
 * of the text and of its sentences, and the vectors, each with the object that holds it.
 */
function bytesOf(entry: EmbeddedProfile | undefined): number {
  if (!entry) return 0;
  const { profile, windows, sentences, names } = entry;
  const [vector] = windows;
  const vectors = windows.length + sentences.length + names.length;
  return FACETS + 4 * profile.text.length + vectors * ((vector?.length ?? 0) + OBJECT);
}

/** Bytes that the facets of a profile take, and an array of numbers beside its numbers. */
const [FACETS, OBJECT] = [1500, 150];

/** The profiles of one kind. */
interface Shelf {
  readonly index: VectorIndex;
  readonly entries: Map<string, EmbeddedProfile>;
}

const NONE: ReadonlySet<string> = new Set();

/** The answer of a filter to who may not know more than the viewer does. */
function acceptsSeen(accept: (candidate: NormalProfile) => boolean, candidate: NormalProfile, viewer: Viewer): boolean {
  if (seesWhole(viewer, candidate)) return accept(candidate);
  const seen = observe({ [candidate.kind]: candidate }, viewer, (pair) => accept(pair[candidate.kind]));
  return !seen.hidden && seen.answer;
}

const toRejection = ({ gates, changes }: WhyNot, kind: Kind, id: string): Rejection => ({
  kind,
  id,
  gates: gates.map(({ values: _, ...result }) => result),
  changes,
});
