import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Key, NewKeyInput } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import { actorOf, record } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { findHub } from '../hubs/store.ts';
import { guardedBatch } from '../lib/guarded-batch.ts';
import { newId } from '../lib/ids.ts';
import type { KeyKind } from '../lib/keys.ts';
import { assertHolds } from '../lib/principal.ts';
import { HOUR } from '../lib/time.ts';
import { makeKey } from './create.ts';
import { findKey, guardFreeKeyId, insertKey, type NewKey, revokeKey, rollKey, spendToken } from './store.ts';

interface CreatedKey extends Key {
  readonly key: string;
}

/** A key for the hub itself. @throws {ApiError} `forbidden` when it asks for more scopes than the key that asks has. */
export async function createKey(c: Context<AppEnv>, { kind, ...options }: NewKeyInput): Promise<CreatedKey> {
  if ('scopes' in options) assertHolds(c, options.scopes);
  return store(c, c.get('hub').id, kind, options);
}

/** A secret key with every scope, for a hub that has lost its own. It stands in the hub's keys and in its audit log. */
export async function createHubKey(c: Context<AppEnv>, hubId: string, name: Pick<NewKey, 'name'>): Promise<CreatedKey> {
  if (!(await findHub(c.get('db'), hubId))) throw new ApiError('not_found', `There is no hub "${hubId}".`);
  return store(c, hubId, 'secret', name);
}

/** An operator key. The bootstrap token makes one and is used up with it: of two requests at once, one gets a key. */
export async function createOperatorKey(c: Context<AppEnv>, name: Pick<NewKey, 'name'>): Promise<CreatedKey> {
  const { kind, keyId } = c.get('principal');
  const token = kind === 'bootstrap' ? spendToken(c.get('db'), keyId, new Date()) : [];
  return store(c, null, 'operator', name, {
    guards: token,
    refusal: new ApiError('unauthorized', 'This token was used before.'),
  });
}

async function store(
  c: Context<AppEnv>,
  hubId: string | null,
  kind: KeyKind,
  options: Pick<NewKey, 'name' | 'scopes' | 'origins'>,
  condition?: { readonly guards: readonly D1PreparedStatement[]; readonly refusal: ApiError },
): Promise<CreatedKey> {
  const db = c.get('db');
  const now = new Date();
  const id = await newId(c, 'key');
  const { key, row } = await makeKey(kind, hubId, { ...options, id });
  await guardedBatch(
    db,
    [
      ...(condition?.guards ?? []),
      guardFreeKeyId(db, id),
      insertKey(db, row, now),
      record(db, hubId, actorOf(c), { action: 'key.created', subject: { kind: 'key', id }, details: { kind } }, now),
    ],
    // The answer to an earlier request under this Idempotency-Key was lost, and the key with it.
    condition?.refusal ?? new ApiError('idempotency_answer_not_kept', 'The key was made; revoke it and make another.'),
  );
  return shown(c, hubId, id, key);
}

/**
 * A new key in the place of another.
 *
 * @throws {ApiError} `not_found`, `forbidden` when the key has more scopes than the one that asks, `conflict` when it was revoked or rolled.
 */
export async function rollHubKey(c: Context<AppEnv>, id: string, overlapHours: number): Promise<CreatedKey> {
  const db = c.get('db');
  const hubId = c.get('hub').id;
  const { kind, scopes = [] } = await existingKey(c, hubId, id);
  assertHolds(c, scopes);
  const now = new Date();
  const { key, row } = await makeKey(kind, hubId, { id: await newId(c, 'key') });
  await guardedBatch(
    db,
    [
      ...rollKey(db, hubId, id, row, new Date(now.getTime() + overlapHours * HOUR), now),
      record(
        db,
        hubId,
        actorOf(c),
        { action: 'key.rolled', subject: { kind: 'key', id }, details: { successor: row.id, overlapHours } },
        now,
      ),
    ],
    new ApiError('conflict', 'This key was revoked, or rolled before: roll the key that took its place.'),
  );
  return shown(c, hubId, row.id, key);
}

/** Revokes a key at once; one that is revoked stays so. @throws {ApiError} `not_found` */
export async function revoke(c: Context<AppEnv>, hubId: string | null, id: string): Promise<void> {
  const { revokedAt } = await existingKey(c, hubId, id);
  if (revokedAt) return;
  const db = c.get('db');
  const now = new Date();
  await db.batch([
    revokeKey(db, hubId, id, now),
    record(db, hubId, actorOf(c), { action: 'key.revoked', subject: { kind: 'key', id } }, now),
  ]);
}

async function existingKey(c: Context<AppEnv>, hubId: string | null, id: string): Promise<Key> {
  const key = await findKey(c.get('db'), hubId, id);
  if (!key) throw new ApiError('not_found', `There is no key "${id}".`);
  return key;
}

async function shown(c: Context<AppEnv>, hubId: string | null, id: string, key: string): Promise<CreatedKey> {
  return { ...(await existingKey(c, hubId, id)), key };
}
