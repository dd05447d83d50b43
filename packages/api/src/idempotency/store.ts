import type { Queryable } from '../hubs/store.ts';

/** How long an answer is kept, in milliseconds. */
export const KEPT = 24 * 3_600_000;

/** A request that has not answered after so many milliseconds was cut off, and may be sent again. */
const CUT_OFF = 60_000;

export interface StoredAnswer {
  readonly fingerprint: string;
  /** Null while the first request is at work. */
  readonly status: number | null;
  readonly headers: string | null;
  /** Null when it held a secret that is shown once. */
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
    .prepare('UPDATE idempotency SET status = ?, headers = ?, body = ? WHERE owner = ? AND key = ?')
    .bind(answer.status, answer.headers, answer.body, owner, key)
    .run();
}

/** Frees a key whose request changed nothing. */
export async function freeKey(db: Queryable, owner: string, key: string): Promise<void> {
  await db.prepare('DELETE FROM idempotency WHERE owner = ? AND key = ?').bind(owner, key).run();
}

export const deleteOldAnswers = (db: Queryable, now: Date) =>
  db.prepare('DELETE FROM idempotency WHERE created_at < ?').bind(ago(now, KEPT));

const ago = (now: Date, milliseconds: number): string => new Date(now.getTime() - milliseconds).toISOString();
