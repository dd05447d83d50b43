import { type EmbeddedProfile, type MatchIndex, type NormalProfile, type Viewer, weights } from '@kopru/sdk/engine';
import type { MatchList, MatchQuery } from '@kopru/sdk/schema';
import type { Hub } from '../hubs/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import type { HubSearch } from '../vectorize/hub-search.ts';
import { type Ref, readCards, type Shown } from './card.ts';
import { filterOf } from './filter.ts';
import { type Introductions, type Past, readPast } from './history.ts';
import { inWords } from './sentences.ts';
import { pageOf, readShown } from './shown.ts';
import { readTuning, type Tuning } from './tuning.ts';
import { isForeign, perCandidate } from './viewer.ts';
import { writtenAfter } from './written.ts';

/** How many near misses `include=rejected` lists. */
const NEAR_MISSES = 5;

/** What the lists of one request have in common. */
interface Lists {
  readonly db: Queryable;
  readonly hub: Hub;
  readonly search: HubSearch;
  /** Who reads them. */
  readonly viewer: Viewer;
  readonly query: MatchQuery;
  readonly tuning: Tuning;
  /** Set where each match comes with what the profile that the list is for has done with it. */
  readonly introductions?: Introductions;
  /** Whether a list may hold a candidate, beside what the query says. */
  readonly accepts?: (candidate: NormalProfile) => boolean;
}

/** Reads from D1 what every list of a request needs; the search may be on its way. */
export async function openLists(
  asked: Omit<Lists, 'tuning' | 'search'> & { readonly search: HubSearch | Promise<HubSearch> },
  kind: Ref['kind'],
): Promise<Lists> {
  const { db, hub } = asked;
  const [search, tuning] = await Promise.all([asked.search, readTuning(db, hub, kind, asked.query.kind)]);
  return { ...asked, search, tuning };
}

/**
 * The match list of a profile: the engine's result with each candidate's card and, where asked for, the sentences.
 *
 * @param known what the profile did, where it was read already.
 */
export async function matchList(lists: Lists, subject: EmbeddedProfile, known?: Past): Promise<MatchList> {
  const { db, hub, search, viewer, query, tuning } = lists;
  const { limit, minScore, explain, include, cursor } = query;
  const { kind, id } = subject.profile;
  const shown = readShown(cursor);
  const past = known ?? (await readPast(db, hub.id, subject.profile, query.only, lists.introductions));
  const acceptOf = (of: MatchIndex) => acceptor(lists, of, subject, past);
  const more = Math.min(limit + 1, Math.max(0, weights.POOL - shown.size));
  const index = await search.near(subject, {
    kind: tuning.kind,
    weights: tuning.weights,
    accept: acceptOf,
    need: shown.size + more,
    misses: include === 'rejected',
    country: query.country,
    known: past.named,
  });
  const accept = acceptOf(index);
  const result = index.match(subject, {
    ...tuning,
    limit: more,
    minScore,
    rejected: include === 'rejected' && cursor === undefined && !isAnswered(query) ? NEAR_MISSES : 0,
    viewer: perCandidate(viewer, kind),
    shown,
    ...(accept && { accept }),
  });
  const { items, nextCursor } = pageOf(result.matches, limit, shown);
  const [card, history] = await Promise.all([
    readCards(db, hub, [...items, ...result.rejected], viewer, index),
    past.of(items),
  ]);
  const words = inWords(explain);
  const matches = withCard(items, card);
  const rejected = withCard(result.rejected, card);
  return {
    subject: { kind, ...(id && { id }) },
    model: subject.model,
    sequence: hub.sequence,
    matches: matches.map(([match, shownAs], i) => ({
      ...words.card(shownAs),
      rank: shown.size + i + 1,
      ...words.match(match),
      ...history(match),
    })),
    nextCursor,
    rejected: rejected.map(([miss, shownAs]) => ({ ...words.card(shownAs), ...words.whyNot(miss) })),
  } as MatchList;
}

/** Whether a list holds only what was answered, and so was a match. */
const isAnswered = ({ only }: MatchQuery) => only === 'saved' || only === 'passed';

/**
 * Which candidates a list may hold: by the filters, by what was done with them and by `since`. Undefined for all,
 * which saves asking each of hundreds as far as the viewer sees it.
 */
function acceptor({ query, accepts }: Lists, index: MatchIndex, { profile: subject }: EmbeddedProfile, past: Past) {
  const { since } = query;
  const filters = [...filterOf(query), past.accepts, accepts].filter((filter) => filter !== undefined);
  // A subject that changed may match anybody anew; candidates of other hubs have no number here.
  if (since !== undefined && !writtenAfter(index, subject, since))
    filters.push((candidate) => isForeign(candidate) || writtenAfter(index, candidate, since));
  if (filters.length === 0) return undefined;
  return (candidate: NormalProfile) => filters.every((filter) => filter(candidate));
}

/** Each with its kind, id and card. A profile that was withdrawn since the index was read has no card, and leaves the list. */
export const withCard = <T extends Ref>(
  items: readonly T[],
  card: (ref: Ref) => Shown | undefined,
): [T, Ref & Shown][] =>
  items.flatMap((item): [T, Ref & Shown][] => {
    const found = card(item);
    return found ? [[item, { kind: item.kind, id: item.id, ...found }]] : [];
  });
