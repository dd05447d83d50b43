import { validate } from '@kopru/sdk/engine';
import { hubInputSchema } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import { actorOf, record } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { makeKey } from '../keys/create.ts';
import { findKey, insertKey } from '../keys/store.ts';
import { guardedBatch } from '../lib/guarded-batch.ts';
import { mergePatch } from '../lib/merge-patch.ts';
import { assertHolds } from '../lib/principal.ts';
import { closeHub } from './erase-store.ts';
import { eraseHubs } from './job.ts';
import { findHub, guardFreeId, type Hub, hubFields, insertHub, updateHub } from './store.ts';

interface NewHub {
  readonly id: string;
  readonly name: string;
  readonly country?: string | null;
  /** As it was sent: what it leaves out keeps following the defaults. */
  readonly settings?: unknown;
}

/** A hub and its first secret key. @throws {ApiError} `conflict` when a hub has, or had, this id. */
export async function createHub(c: Context<AppEnv>, input: NewHub) {
  const db = c.get('db');
  const { id } = input;
  const now = new Date();
  const { key, row } = await makeKey('secret', id);
  await guardedBatch(
    db,
    [
      guardFreeId(db, id),
      insertHub(db, input, now),
      insertKey(db, row, now),
      record(db, id, actorOf(c), { action: 'hub.created', subject: { kind: 'hub', id } }, now),
    ],
    new ApiError('conflict', `The id "${id}" is taken, or was that of a hub that is erased.`),
  );
  return { hub: (await findHub(db, id)) as Hub, key: { ...(await findKey(db, id, row.id)), key } };
}

/**
 * Applies a JSON Merge Patch to the hub of the request.
 *
 * @throws {ApiError} `invalid_request` when the hub that it makes breaks a rule, `forbidden` when a key that reads no
 *   profile opens the anonymous search, `conflict` when the hub was changed meanwhile.
 */
export async function patchHub(c: Context<AppEnv>, patch: Readonly<Record<string, unknown>>): Promise<Hub> {
  const db = c.get('db');
  const { id } = c.get('hub');
  const from = (await hubFields(db, id)) as NonNullable<Awaited<ReturnType<typeof hubFields>>>;
  // Merged is what the hub has set itself, so that the rest keeps following the defaults.
  const merged = mergePatch({ ...from, settings: JSON.parse(from.settings) }, patch) as { settings?: unknown };
  const result = validate(hubInputSchema, merged);
  if (!result.ok) {
    const issues = result.issues.map((issue) => ({ in: 'body' as const, ...issue }));
    throw new ApiError('invalid_request', 'The hub would break a rule; see issues.', issues);
  }
  const { name, country, settings } = result.value;
  // A visitor then reads cards: who opens them must be one who may.
  if (settings.anonymousSearch.enabled && !c.get('hub').settings.anonymousSearch.enabled)
    assertHolds(c, ['profiles:read']);
  await guardedBatch(
    db,
    [
      ...updateHub(db, id, from, { name, country, settings: JSON.stringify(merged.settings ?? {}) }),
      record(
        db,
        id,
        actorOf(c),
        { action: 'hub.updated', subject: { kind: 'hub', id }, details: { fields: Object.keys(patch) } },
        new Date(),
      ),
    ],
    new ApiError('conflict', 'The hub was changed meanwhile; read it and send the patch again.'),
  );
  return (await findHub(db, id)) as Hub;
}

/** Erases a hub and all that it owns. Its keys end first, then what is left goes; the job finishes what is cut off. */
export async function eraseHub(c: Context<AppEnv>, id: string): Promise<void> {
  const db = c.get('db');
  if (!(await findHub(db, id))) throw new ApiError('not_found', `There is no hub "${id}".`);
  const now = new Date();
  await db.batch([
    ...closeHub(db, id, now),
    record(db, null, actorOf(c), { action: 'hub.erased', subject: { kind: 'hub', id } }, now),
  ]);
  await eraseHubs.run({ env: c.env, db, now });
}
