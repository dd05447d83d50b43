import type { FeedView, Kind } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import { actorOf, record } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { guard } from '../lib/guard.ts';
import { guardedBatch } from '../lib/guarded-batch.ts';
import { newId } from '../lib/ids.ts';
import { sha256 } from '../lib/sha256.ts';
import { missing } from '../matches/subject.ts';
import { soughtKind } from '../matches/tuning.ts';
import { getProfile } from '../profiles/store.ts';
import { type FILES, pathOf } from './paths.ts';
import { newFeedSecret } from './secret.ts';
import { findFeed, insertFeed, mayHaveFeed, revokeFeed } from './store.ts';

/** Most feeds of one profile that are not revoked. */
const MOST = 20;

/**
 * Makes a feed of a profile. Of its secret only a hash is kept.
 *
 * @throws {ApiError} `not_found`; `invalid_request` on a kind that is not paired with it; `conflict` when the profile has as many as it may; `idempotency_answer_not_kept`
 *   when the request made one before, whose addresses are lost.
 */
export async function createFeed(
  c: Context<AppEnv>,
  { kind, id, locale, seeks }: FeedView['profile'] & Pick<FeedView, 'locale'> & { readonly seeks?: Kind | undefined },
) {
  const db = c.get('db');
  const hub = c.get('hub');
  if (!(await getProfile(db, hub.id, kind, id))) throw missing(kind, id);
  const feed = {
    id: await newId(c, 'feed'),
    profile: { kind, id },
    locale,
    seeks: soughtKind(kind, seeks, { in: 'body', path: '/seeks' }),
    createdAt: new Date().toISOString(),
  };
  if (await findFeed(db, hub.id, feed.id))
    throw new ApiError('idempotency_answer_not_kept', 'The feed was made; revoke it and make another.');
  const secret = newFeedSecret();
  await guardedBatch(
    db,
    [
      guard(db, ...mayHaveFeed(hub.id, feed.profile, MOST)),
      guard(db, 'NOT EXISTS (SELECT 1 FROM feeds WHERE id = ?)', feed.id),
      insertFeed(db, hub.id, feed, await sha256(secret)),
      record(
        db,
        hub.id,
        actorOf(c),
        { action: 'feed.created', subject: { kind: 'feed', id: feed.id }, details: { profile: feed.profile } },
        new Date(feed.createdAt),
      ),
    ],
    new ApiError('conflict', `A profile has at most ${MOST} feeds; revoke one that nobody reads.`),
  );
  const url = (file: keyof typeof FILES) => new URL(pathOf(secret, file), c.req.url).href;
  return {
    ...feed,
    revokedAt: null,
    urls: { atom: url('atom'), json: url('json'), calendar: url('calendar') },
  };
}

/** Ends a feed at once; one that was ended stays so. */
export async function revoke(c: Context<AppEnv>, { id, revokedAt }: FeedView): Promise<void> {
  if (revokedAt) return;
  const db = c.get('db');
  const hubId = c.get('hub').id;
  const now = new Date();
  await db.batch([
    ...revokeFeed(db, hubId, id, now),
    record(db, hubId, actorOf(c), { action: 'feed.revoked', subject: { kind: 'feed', id } }, now),
  ]);
}
