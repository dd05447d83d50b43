import { type EmbeddedProfile, type MatchIndex, type NormalProfile, pairingOf, rerank } from '@kopru/sdk/engine';
import { type Kind, mayBeShown } from '@kopru/sdk/schema';
import type { Tuning } from '../matches/tuning.ts';
import { isForeign } from '../matches/viewer.ts';

/**
 * Least score of a match that is announced, 0 to 100: what `eval/report.md` calls good. Of the pairs
 * from there on, on first pages of the test split, seven in ten are right; from 50 on, five.
 */
const GOOD = 65;

/** A match is announced when it is within so many first places of the list of either side. */
const PLACES = 10;

interface Ref {
  readonly kind: Kind;
  readonly id: string;
}

/** Two profiles that match, in the order of their pairing. */
export interface Pair {
  readonly left: Ref;
  readonly right: Ref;
  readonly score: number;
}

/** What a pair is known by. */
export const keyOf = ({ left, right }: Pick<Pair, 'left' | 'right'>): string =>
  `${left.kind} ${left.id} ${right.kind} ${right.id}`;

/** The pairs of one profile. */
interface Found {
  /** All that match well. */
  readonly good: readonly Pair[];
  /** Those of them that stand high in the list of either side. */
  readonly high: readonly Pair[];
}

/**
 * Finds the pairs of profiles of an index, in lists as the hub orders them. A card of another hub has a
 * list of the hub's own profiles here: who of them it would suit.
 *
 * @param tuning of the lists of each kind, one for each kind that it seeks.
 */
export function pairFinder(index: MatchIndex, tuning: ReadonlyMap<Kind, readonly Tuning[]>): (subject: Ref) => Found {
  /** Who is high in the lists that were made so far. */
  const highest = new Map<string, ReadonlySet<string>>();

  function listOf(subject: EmbeddedProfile, { kind, weights, ...strengths }: Tuning) {
    const good = index
      .scores(subject, { kind, weights, accept: mayMeet(subject.profile) })
      .filter(({ score }) => score >= GOOD)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const rankable = good.map(({ id, score }) => ({ id, score, windows: index.get(kind, id)?.windows ?? [] }));
    const high = new Set(
      rerank(rankable, PLACES, strengths)
        .slice(0, PLACES)
        .map(({ id }) => id),
    );
    highest.set(listName(subject.profile, kind), high);
    return { good, high };
  }

  function pairsOf(subject: EmbeddedProfile, how: Tuning): Found {
    const { kind, id } = subject.profile;
    const theirs = tuning.get(how.kind)?.find((one) => one.kind === kind) as Tuning;
    const own = listOf(subject, how);
    const isHigh = (other: string) =>
      own.high.has(other) ||
      (
        highest.get(listName({ kind: how.kind, id: other }, kind)) ??
        listOf(index.get(how.kind, other) as EmbeddedProfile, theirs).high
      ).has(id);
    const leads = pairingOf(kind, how.kind)?.sides[0] === kind;
    const pairWith = (other: { id: string; score: number }): Pair => {
      const [mine, found] = [
        { kind, id },
        { kind: how.kind, id: other.id },
      ];
      return { ...(leads ? { left: mine, right: found } : { left: found, right: mine }), score: other.score };
    };
    return { good: own.good.map(pairWith), high: own.good.filter((other) => isHigh(other.id)).map(pairWith) };
  }

  return ({ kind, id }) => {
    const subject = index.get(kind, id);
    if (!subject || !mayBeShown(subject.profile)) return { good: [], high: [] };
    const found = (tuning.get(kind) ?? []).map((how) => pairsOf(subject, how));
    return { good: found.flatMap(({ good }) => good), high: found.flatMap(({ high }) => high) };
  };
}

/** What a list is known by: whose it is, and which kind it holds. */
const listName = (subject: Ref, sought: Kind): string => `${subject.kind} ${subject.id} ${sought}`;

/** Two cards of other hubs are no business of this one. */
const mayMeet = (subject: NormalProfile) => (candidate: NormalProfile) => !(isForeign(subject) && isForeign(candidate));
