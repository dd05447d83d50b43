import type { Kind, MatchList, MatchLists, MatchQuery, Profile } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { readTogether } from '../lib/read-together.ts';
import { introductionsFor, readPast } from './history.ts';
import { matchList, openLists } from './service.ts';
import { adHocSubject, missing, searchOf, storedSubject } from './subject.ts';
import { soughtKind } from './tuning.ts';
import { viewerOf } from './viewer.ts';

async function open(c: Context<AppEnv>, kind: Kind, asked: MatchQuery, db = readTogether(c.get('db'))) {
  const query = { ...asked, kind: soughtKind(kind, asked.kind, { in: 'query', path: '/kind' }) };
  const introductions = introductionsFor(c);
  return openLists(
    { db, hub: c.get('hub'), viewer: viewerOf(c, kind), query, introductions, search: searchOf(c, db) },
    kind,
  );
}

/** @throws {ApiError} `not_found` when the hub has no such profile. */
export async function storedMatches(c: Context<AppEnv>, kind: Kind, id: string, query: MatchQuery): Promise<MatchList> {
  const db = readTogether(c.get('db'));
  const [lists, past] = await Promise.all([
    open(c, kind, query, db),
    readPast(db, c.get('hub').id, { kind, id }, query.only, introductionsFor(c)),
  ]);
  const subject = await storedSubject(c, lists.search, kind, id);
  if (!subject) throw missing(kind, id);
  return matchList(lists, subject, past);
}

/** Embeds the profile and answers its matches; nothing of it is stored. */
export async function adHocMatches(
  c: Context<AppEnv>,
  { kind, profile }: { kind: Kind; profile: Profile },
  query: MatchQuery,
): Promise<MatchList> {
  const subject = await adHocSubject(c, kind, profile, '/profile');
  return matchList(await open(c, kind, query), subject);
}

/** The lists of many profiles of one kind. */
export async function batchMatches(
  c: Context<AppEnv>,
  { kind, ids }: { kind: Kind; ids: readonly string[] },
  query: Omit<MatchQuery, 'cursor'>,
): Promise<MatchLists> {
  const lists = await open(c, kind, query);
  const answer: { lists: MatchList[]; missing: string[] } = { lists: [], missing: [] };
  for (const id of new Set(ids)) {
    const subject = await storedSubject(c, lists.search, kind, id);
    if (subject) answer.lists.push(await matchList(lists, subject));
    else answer.missing.push(id);
  }
  return answer;
}
