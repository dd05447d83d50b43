/**
 * Conditions inside a batch. D1 rolls a batch back when a statement fails, and not when one changes
 * no row; a guard is a statement that fails unless its condition holds, so that whatever was read
 * before the batch is still true when it is written.
 *
 * @module
 */
import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Queryable } from './queryable.ts';

/** Shows in the error of a guard, as the JSON path that it is not. */
const MARK = 'kopru-guard';

/** A statement that fails, and its batch with it, unless the SQL condition holds. */
export const guard = (
  db: Queryable,
  condition: string,
  ...values: readonly (string | number | null)[]
): D1PreparedStatement =>
  db.prepare(`SELECT json_extract('{}', CASE WHEN ${condition} THEN '$' ELSE '${MARK}' END)`).bind(...values);

/** Whether a batch was rolled back by a guard. */
export const isGuardFailure = (error: unknown): boolean => error instanceof Error && error.message.includes(MARK);
