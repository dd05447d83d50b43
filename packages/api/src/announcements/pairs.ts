import { type EmbeddedProfile, type NormalProfile, pairingOf, rerank } from '@kopru/sdk/engine';
import { type Kind, mayBeShown } from '@kopru/sdk/schema';
import type { Tuning } from '../matches/tuning.ts';
import { isForeign } from '../matches/viewer.ts';
import type { HubSearch } from '../vectorize/hub-search.ts';

/**
 * Least score of a match that is announced, 0 to 100: what `eval/report.md` calls good. Of the pairs
 * from there on, on first pages of the test split, seven in ten are right; from 50 on, five.
 */
const GOOD = 65;

/** A match is announced when it is within so many first places of the list of either side. */
const PLACES = 10;

/** Of how many more who match well the lists are looked into where each is read by itself. */
const MOST_READ = 10;

/** How many who may meet a list has to know of: more match well in few. */
const NEEDED = 50;

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
 * Finds the pairs of profiles of a hub, in lists as the hub orders them. A card of another hub has a
 * list of the hub's own profiles here: who of them it would suit.
 *
 * @param tuning of the lists of each kind, one for each kind that it seeks.
 */
export function pairFinder(
  search: HubSearch,
  tuning: ReadonlyMap<Kind, readonly Tuning[]>,
): (subject: Ref) => Promise<Found> {
  /** Who is high in the lists that were made so far. */
  const highest = new Map<string, ReadonlySet<string>>();

  async function listOf(subject: EmbeddedProfile, { kind, weights, ...strengths }: Tuning) {
    const accept = mayMeet(subject.profile);
    const index = await search.near(subject, { kind, weights, accept: () => accept, need: NEEDED });
    const good = index
      .scores(subject, { kind, weights, accept })
      .filter(({ score }) => score >= GOOD)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const rankable = good.map(({ id, score }) => ({ id, score, windows: index.get(kind, id)?.windows ?? [] }));
    const high = new Set(
      rerank(rankable, PLACES, strengths)
        .slice(0, PLACES)
        .map(({ id }) => id),
    );
    highest.set(listName(subject.profile, kind), high);
    return { good, high, index };
  }

  async function pairsOf(subject: EmbeddedProfile, how: Tuning): Promise<Found> {
    const { kind, id } = subject.profile;
    const theirs = tuning.get(how.kind)?.find((one) => one.kind === kind) as Tuning;
    const own = await listOf(subject, how);
    const high = new Set(own.high);
    const others = own.good.filter((other) => !high.has(other.id));
    for (const other of search.isWhole ? others : others.slice(0, MOST_READ)) {
      const known = highest.get(listName({ kind: how.kind, id: other.id }, kind));
      const list = known ?? (await listOf(own.index.get(how.kind, other.id) as EmbeddedProfile, theirs)).high;
      if (list.has(id)) high.add(other.id);
    }
    const leads = pairingOf(kind, how.kind)?.sides[0] === kind;
    const pairWith = (other: { id: string; score: number }): Pair => {
      const [mine, found] = [
        { kind, id },
        { kind: how.kind, id: other.id },
      ];
      return { ...(leads ? { left: mine, right: found } : { left: found, right: mine }), score: other.score };
    };
    return { good: own.good.map(pairWith), high: own.good.filter((other) => high.has(other.id)).map(pairWith) };
  }

  return async ({ kind, id }) => {
    const subject = (await search.of([{ kind, id }])).get(kind, id);
    if (!subject || !mayBeShown(subject.profile)) return { good: [], high: [] };
    const found: Found[] = [];
    for (const how of tuning.get(kind) ?? []) found.push(await pairsOf(subject, how));
    return { good: found.flatMap(({ good }) => good), high: found.flatMap(({ high }) => high) };
  };
}

/** What a list is known by: whose it is, and which kind it holds. */
const listName = (subject: Ref, sought: Kind): string => `${subject.kind} ${subject.id} ${sought}`;

/** Two cards of other hubs are no business of this one. */
const mayMeet = (subject: NormalProfile) => (candidate: NormalProfile) => !(isForeign(subject) && isForeign(candidate));
