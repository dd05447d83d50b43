/**
 * What a request makes may be there already: an earlier one under the same Idempotency-Key, of which
 * the id follows (`ids.ts`), may have made it, its answer being lost or no longer kept. Then nothing is
 * made, recorded or told again, and the answer is what is there, to the same request alone.
 *
 * @module
 */
import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { ApiError } from '../errors.ts';
import { guard } from './guard.ts';
import { tryBatch } from './guarded-batch.ts';
import type { Queryable } from './queryable.ts';

interface Thing {
  readonly table: 'agreements' | 'applications' | 'blocks' | 'consents' | 'endpoints' | 'introductions' | 'plans';
  readonly id: string;
}

/**
 * Runs the batch that makes a thing, unless there is one of its id or a guard of the batch fails.
 *
 * @returns whether it was made.
 */
export const makeOnce = async (
  db: Queryable,
  { table, id }: Thing,
  statements: readonly D1PreparedStatement[],
): Promise<boolean> => {
  const isNew = guard(db, `NOT EXISTS (SELECT 1 FROM ${table} WHERE id = ?)`, id);
  return (await tryBatch(db, [isNew, ...statements])) !== undefined;
};

/**
 * @param made what there is, @param asked what the request wants it to be, field by field.
 * @throws {ApiError} `idempotency_key_reused` when the two differ.
 */
export function assertSameRequest(made: object, asked: object): void {
  const fields = made as Readonly<Record<string, unknown>>;
  const same = Object.entries(asked).every(([name, value]) => JSON.stringify(fields[name]) === JSON.stringify(value));
  if (!same) throw new ApiError('idempotency_key_reused', 'This Idempotency-Key was sent with another request before.');
}
