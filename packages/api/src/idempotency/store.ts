import type { Queryable } from '../lib/queryable.ts';
import { DAY } from '../lib/time.ts';

/** How long an answer is kept, in milliseconds. */
const KEPT = DAY;

/** In whose space a key lies: that of a hub, or of the deployment (no hub's id holds a slash). */
export const ownerOf = (hubId: string | undefined, actsFor: string): string => `${hubId ?? ''}/${actsFor}`;

/** SQL condition: the row is of a hub whose id is this parameter. */
export const OF_HUB = (parameter: string): string => `substr(owner, 1, length(${parameter}) + 1) = ${parameter} || '/'`;

/** A request that has not answered after so many milliseconds was cut off, and may be sent again. */
const CUT_OFF = 60_000;

export interface StoredAnswer {
  readonly fingerprint: string;
  /** Null while the first request is at work. */
  readonly status: number | null;
  readonly headers: string | null;
  /** Null when it held a secret that is shown once, or may hold a profile that was erased meanwhile. */
  readonly body: string | null;
}

/** Takes an idempotency key for a request. Answers what is stored under it when it is taken already. */
export async function takeKey(
  db: Queryable,
  owner: string,
  key: string,
  fingerprint: string,
  now: Date,
): Promise<StoredAnswer | undefined> {
  const [, taken, stored] = await db.batch<StoredAnswer>([
    db
      .prepare(
        'DELETE FROM idempotency WHERE owner = ? AND key = ? AND (created_at < ? OR (status IS NULL AND created_at < ?))',
      )
      .bind(owner, key, ago(now, KEPT), ago(now, CUT_OFF)),
    db
      .prepare(
        `INSERT INTO idempotency (owner, key, fingerprint, created_at) VALUES (?, ?, ?, ?)
         ON CONFLICT DO NOTHING RETURNING key`,
      )
      .bind(owner, key, fingerprint, now.toISOString()),
    db
      .prepare('SELECT fingerprint, status, headers, body FROM idempotency WHERE owner = ? AND key = ?')
      .bind(owner, key),
  ]);
  return taken?.results.length === 1 ? undefined : stored?.results[0];
}

export async function keepAnswer(
  db: Queryable,
  owner: string,
  key: string,
  answer: { status: number; headers: string; body: string | null },
): Promise<void> {
  await db
    .prepare(
      `UPDATE idempotency SET status = ?1, headers = ?2, body = iif(erased AND ?3 <> '', NULL, ?3)
       WHERE owner = ?4 AND key = ?5`,
    )
    .bind(answer.status, answer.headers, answer.body, owner, key)
    .run();
}

/** Frees a key whose request changed nothing. */
export async function freeKey(db: Queryable, owner: string, key: string): Promise<void> {
  await db.prepare('DELETE FROM idempotency WHERE owner = ? AND key = ?').bind(owner, key).run();
}

/** Most answers that one statement deletes. */
const DELETED_AT_ONCE = 1000;

/** Deletes some of the answers that were kept for their time. Answers whether there may be more. */
export async function deleteOldAnswers(db: Queryable, now: Date): Promise<boolean> {
  const { results } = await db
    .prepare(
      `DELETE FROM idempotency WHERE rowid IN (
         SELECT rowid FROM idempotency WHERE created_at < ? LIMIT ${DELETED_AT_ONCE}) RETURNING 1`,
    )
    .bind(ago(now, KEPT))
    .all();
  return results.length === DELETED_AT_ONCE;
}

const ago = (now: Date, milliseconds: number): string => new Date(now.getTime() - milliseconds).toISOString();
