import { MODEL } from '@kopru/model/workerd';
import { dayOf } from '@kopru/sdk/engine';
import type { MatchList } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { readView } from '../exchange/store.ts';
import { loadEmbedder } from '../lib/embedder.ts';
import type { Queryable } from '../lib/queryable.ts';
import { sha256 } from '../lib/sha256.ts';
import { keyOf, readAnswered } from '../matches/history-store.ts';
import { matchList, openLists } from '../matches/service.ts';
import { subjectOf } from '../matches/subject.ts';
import { readTuning } from '../matches/tuning.ts';
import { openSearch } from '../vectorize/search.ts';
import { keepEntries } from './entry-store.ts';
import type { Feed } from './store.ts';

/** A match that a feed tells. */
export interface FeedMatch {
  readonly match: MatchList['matches'][number];
  /** Since when it is there, with the card that it has. */
  readonly updatedAt: string;
}

/** Counted up when the same matches are to be written otherwise, so that no reader keeps the old text. */
const FORMAT = 1;

/**
 * A hash of all that the matches of a feed follow from: the profiles and settings of the hub and of those whose
 * cards it sees, what orders its lists, what the owner passed over, and the day, on which a call may close. Whatever
 * is withdrawn changes it.
 */
export async function matchesVersion(db: Queryable, { hub, profile, locale, seeks }: Feed, now: Date): Promise<string> {
  const [view, { prices, ...tuning }, answered] = await Promise.all([
    readView(db, hub.id),
    readTuning(db, hub, profile.kind, seeks),
    readAnswered(db, hub.id, profile),
  ]);
  const partners = view.partners.map((partner) => [partner.hub, partner.sequence, partner.version]);
  const passed = [...answered].flatMap(([key, { answer }]) => (answer?.answer === 'passed' ? [key] : []));
  return sha256(
    JSON.stringify([
      ...[FORMAT, MODEL.id, dayOf(now), locale, hub.name, view.sequence],
      ...[partners.sort(), tuning, [...(prices ?? [])], passed.sort()],
    ]),
  );
}

/**
 * The match list of a feed's profile as its owner sees it, less what the owner passed over; what is new or
 * changed last comes first.
 *
 * @returns undefined when the profile is gone.
 */
export async function feedMatches(
  c: Context<AppEnv>,
  { id, hub, profile, locale, seeks }: Feed,
  asked: { readonly limit: number; readonly minScore: number },
  now: Date,
): Promise<readonly FeedMatch[] | undefined> {
  const db = c.get('db');
  const { kind } = profile;
  const search = await openSearch({ env: c.env, db, hub, waitUntil: (work) => c.executionCtx.waitUntil(work) });
  const subject = await subjectOf(db, hub, search, profile, () => loadEmbedder(c));
  if (!subject) return undefined;
  const query = { ...asked, kind: seeks, explain: locale, only: 'open' as const };
  const lists = await openLists({ db, hub, search, viewer: { side: kind }, query, introductions: 'none' }, kind);
  const { matches } = await matchList(lists, subject);
  const entries = await Promise.all(
    matches.map(async (match) => ({
      kind: match.kind,
      id: match.id,
      hash: await sha256(JSON.stringify([match.card, match.home ?? null])),
    })),
  );
  const since = await keepEntries(db, id, entries, now);
  return matches
    .flatMap((match) => {
      const updatedAt = since.get(keyOf(match));
      return updatedAt === undefined ? [] : [{ match, updatedAt }];
    })
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
}
