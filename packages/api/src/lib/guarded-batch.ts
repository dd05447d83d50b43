import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types';
import type { ApiError } from '../errors.ts';
import { isGuardFailure } from './guard.ts';

type Batches = Pick<D1Database, 'batch'>;

/** Runs a batch that holds guards (`guard.ts`). Undefined, with nothing written, when one fails. */
export async function tryBatch(db: Batches, statements: D1PreparedStatement[]): Promise<D1Result[] | undefined> {
  try {
    return await db.batch(statements);
  } catch (error) {
    if (isGuardFailure(error)) return undefined;
    throw error;
  }
}

/** Runs a batch that holds guards. @throws the refusal, with nothing written, when one fails. */
export async function guardedBatch(
  db: Batches,
  statements: D1PreparedStatement[],
  refusal: ApiError,
): Promise<D1Result[]> {
  const results = await tryBatch(db, statements);
  if (!results) throw refusal;
  return results;
}
