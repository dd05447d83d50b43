import type { EmbeddedProfile, MatchIndex } from '@kopru/sdk/engine';
import type { Bindings } from '../../env.ts';
import type { Hub } from '../../hubs/store.ts';
import { loadEmbedder } from '../../lib/embedder.ts';
import type { Queryable } from '../../lib/queryable.ts';
import type { Ref } from '../../matches/card.ts';
import { keyOf, readAnswered, refOf } from '../../matches/history-store.ts';
import { matchList, openLists } from '../../matches/service.ts';
import { subjectOf } from '../../matches/subject.ts';
import type { Tuning } from '../../matches/tuning.ts';
import type { SubscriptionRow } from '../../subscriptions/store.ts';
import { openSearch } from '../../vectorize/search.ts';
import type { Selected } from './item.ts';
import { type Mailed, readBlocked, readMailed } from './store.ts';

/**
 * By how many points of 100 a score has to be higher than in the last mail to be told again. A level of
 * fit in words spans fifteen; ten is more than the words of a profile that was polished bring, and less
 * than a limit that was met or a mandate that changed.
 */
export const CLEARLY_BETTER = 10;

/**
 * What a digest tells: the subscriber's match list, as the owner of the profile sees it, less what an
 * earlier mail told at nearly the same score and all that has an answer, an introduction or a block.
 *
 * @param mailId of the digest: what an attempt of its own would have told is still to be told.
 * @returns undefined when the hub has no such profile any more.
 */
export async function selectMatches(
  { env, db, hub }: { readonly env: Bindings; readonly db: Queryable; readonly hub: Hub },
  subscription: SubscriptionRow,
  mailId: string,
): Promise<readonly Selected[] | undefined> {
  const { kind, profile_id: id, seeks, locale, min_score: minScore, max_items: limit } = subscription;
  const search = await openSearch({ env, db, hub, waitUntil: () => undefined });
  const subject = await subjectOf(db, hub, search, { kind, id }, () => loadEmbedder({ env }));
  if (!subject) return undefined;
  const query = { limit, minScore, explain: locale, ...(seeks && { kind: seeks }) };
  const viewer = { side: kind };
  const lists = await openLists({ db, hub, search, viewer, query, introductions: 'of_owner' }, kind);
  const [mailed, blocked, answered] = await Promise.all([
    readMailed(db, subscription.id, mailId),
    readBlocked(db, hub.id, { kind, id }),
    readAnswered(db, hub.id, { kind, id }),
  ]);
  const told = alreadyTold(await search.of([...mailed.keys()].map(refOf)), subject, lists.tuning, mailed);
  // Asked before the list is made, so that no work is done for what is no news.
  const accepts = (candidate: Ref) => {
    const key = keyOf(candidate);
    return !told.has(key) && !blocked.has(key) && !answered.get(key)?.answer;
  };
  const selected: Selected[] = [];
  let cursor: string | undefined;
  do {
    const page = await matchList({ ...lists, accepts, query: { ...query, ...(cursor && { cursor }) } }, subject);
    const open = page.matches.filter(({ history }) => !history?.introduction);
    selected.push(...open.map((match) => ({ match, ...scoreBefore(mailed.get(keyOf(match))) })));
    cursor = page.nextCursor ?? undefined;
  } while (cursor && selected.length < limit);
  return selected.slice(0, limit);
}

const scoreBefore = (known: Mailed | undefined): Pick<Selected, 'before'> => (known ? { before: known.score } : {});

/** What was mailed before and is no news now. */
function alreadyTold(
  index: MatchIndex,
  subject: EmbeddedProfile,
  { kind, weights }: Tuning,
  mailed: ReadonlyMap<string, Mailed>,
): ReadonlySet<string> {
  if (mailed.size === 0) return new Set();
  const scores = index.scores(subject, {
    kind,
    ...(weights && { weights }),
    accept: (candidate) => mailed.has(keyOf(candidate)),
  });
  const news = new Set(
    scores
      .map(({ id, score }) => ({ key: keyOf({ kind, id }), score }))
      .filter(({ key, score }) => isNews(score, mailed.get(key)))
      .map(({ key }) => key),
  );
  return new Set([...mailed.keys()].filter((key) => !news.has(key)));
}

/** Whether a match is worth telling after what an earlier mail told of it. */
export const isNews = (score: number, known: Pick<Mailed, 'score' | 'answer'> | undefined): boolean =>
  known === undefined || (known.answer === null && score >= known.score + CLEARLY_BETTER);
