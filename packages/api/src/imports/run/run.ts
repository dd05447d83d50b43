import { type Actor, record } from '../../audit/record.ts';
import { emit } from '../../events/emit.ts';
import { ring } from '../../jobs/doorbell.ts';
import type { JobContext } from '../../jobs/job.ts';
import { isOutage } from '../../lib/embedder.ts';
import { isGuardFailure } from '../../lib/guard.ts';
import type { Queryable } from '../../lib/queryable.ts';
import type { Model } from '../../profiles/service.ts';
import type { StoredImport } from '../store.ts';
import { settle } from './settle.ts';
import { claimImport, endImport, giveBackAttempt, releaseImport, type WaitingRow, waitingRows } from './store.ts';

/**
 * How long one run works, in milliseconds; the batch that it is at then is its last. A Worker has 30
 * seconds of CPU for a job.
 */
const RUN = 20_000;

/** Rows of a batch, and about how many characters they hold: some four seconds of the embedded model. */
const BATCH_ROWS = 32;
const BATCH_TEXT = 8_000;

/** Runs in a row without progress after which an import fails. */
const MOST_ATTEMPTS = 10;

const ACTOR: Actor = { kind: 'job', id: 'run-imports' };

/**
 * Works on the imports that wait, batch by batch. What it writes, it writes in one transaction with
 * what it says of it, so that it may be cut off anywhere and loses and doubles nothing.
 *
 * @returns whether there may be more to do.
 */
export async function runImports({ env, db, now }: JobContext, model: Model, run = RUN): Promise<boolean> {
  const begun = Date.now();
  const clock = () => new Date(now.getTime() + Date.now() - begun);
  const over = () => Date.now() - begun >= run;
  do {
    const stored = await claimImport(db, crypto.randomUUID(), clock());
    if (!stored) return false;
    try {
      const spent = stored.attempts > MOST_ATTEMPTS;
      if (spent || (await work(db, stored, model, clock, over))) {
        await end(db, stored, spent ? 'failed' : 'completed', clock());
        await ring(env, 'deliver-webhooks');
      } else await releaseImport(db, stored).run();
    } catch (error) {
      // While the embedder is away an import waits, however long that takes.
      await (isOutage(error) ? giveBackAttempt : releaseImport)(db, stored).run();
      // Cancelled, taken over, or a profile was written or erased meanwhile: what was read is no longer so.
      if (!isGuardFailure(error)) throw error;
    }
  } while (!over());
  return true;
}

/** Answers whether every row is settled. */
async function work(
  db: Queryable,
  stored: StoredImport,
  model: Model,
  clock: () => Date,
  over: () => boolean,
): Promise<boolean> {
  do {
    const rows = fitting(await waitingRows(db, stored.id, BATCH_ROWS));
    if (rows.length === 0) return true;
    await settle(db, stored, model, ACTOR, rows, clock);
  } while (!over());
  return false;
}

/** As many rows as make a batch, and at least one. */
function fitting(rows: readonly WaitingRow[]): WaitingRow[] {
  let size = 0;
  return rows.filter(({ body }, i) => {
    size += body.length;
    return i === 0 || size <= BATCH_TEXT;
  });
}

async function end(db: Queryable, stored: StoredImport, state: 'completed' | 'failed', now: Date): Promise<void> {
  const { id, kind, hub_id: hubId } = stored;
  await db.batch([
    ...endImport(db, stored, state, now),
    record(db, hubId, ACTOR, { action: `import.${state}`, subject: { kind: 'import', id } }, now),
    emit(db, hubId, `import.${state}`, { id, kind }, now),
  ]);
}
