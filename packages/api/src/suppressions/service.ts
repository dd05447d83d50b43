import type { Suppression } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import { actorOf, record } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { keyOf } from '../subscriptions/service.ts';
import { addressHash, deleteSuppression, getSuppression, suppress } from './store.ts';

/** Reasons for which staff may take an address off the list: the others are the reader's own word. */
const OF_STAFF: readonly Suppression['reason'][] = ['staff', 'bounced'];

/** Keeps an address from all mail of the hub. One that is on the list stays with its first reason. */
export async function add(c: Context<AppEnv>, email: string): Promise<Suppression> {
  const db = c.get('db');
  const hubId = c.get('hub').id;
  const key = keyOf(email);
  const id = await addressHash(hubId, key);
  const before = await getSuppression(db, hubId, id);
  if (before) return before;
  const now = new Date();
  await db.batch([
    ...(await suppress(db, hubId, key, 'staff', now)),
    record(db, hubId, actorOf(c), { action: 'suppression.added', subject: { kind: 'suppression', id } }, now),
  ]);
  return (await getSuppression(db, hubId, id)) ?? { id, reason: 'staff', createdAt: now.toISOString() };
}

/** @throws {ApiError} `not_found`; `conflict` on an address whose reader said stop. */
export async function remove(c: Context<AppEnv>, id: string): Promise<void> {
  const db = c.get('db');
  const hubId = c.get('hub').id;
  const found = await getSuppression(db, hubId, id);
  if (!found) throw new ApiError('not_found', `There is no suppression "${id}".`);
  if (!OF_STAFF.includes(found.reason))
    throw new ApiError(
      'conflict',
      'Who unsubscribed or complained comes back by the preferences link of an earlier mail alone.',
    );
  await db.batch([
    deleteSuppression(db, hubId, id),
    record(db, hubId, actorOf(c), { action: 'suppression.removed', subject: { kind: 'suppression', id } }, new Date()),
  ]);
}
