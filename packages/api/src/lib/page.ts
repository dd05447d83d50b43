/**
 * Pages by cursor: a list is ordered by a unique key, and a cursor holds the key of the last item, so
 * that what is written meanwhile moves nothing.
 *
 * @module
 */
import { ApiError } from '../errors.ts';

type Key = readonly (string | number)[];

const encode = (key: Key): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(key))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/**
 * The key of a cursor; undefined for the first page.
 *
 * @param length how many values a key of this list has.
 * @throws {ApiError} `invalid_request` on a cursor that no page of this list gave.
 */
export function readCursor(cursor: string | undefined, length: number): Key | undefined {
  if (cursor === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const key = JSON.parse(new TextDecoder().decode(bytes));
    if (Array.isArray(key) && key.length === length && key.every((v) => ['string', 'number'].includes(typeof v)))
      return key;
  } catch {
    // Falls through to the answer for every cursor that is not ours.
  }
  throw new ApiError('invalid_request', 'cursor is not the nextCursor of a page of this list.', [
    { in: 'query', path: '/cursor', rule: 'cursor', message: 'must be the nextCursor of a page', received: 'string' },
  ]);
}

/**
 * @param rows at most one more than `limit`, in the order of the list: the one too many says that there is a next page.
 * @param keyOf the values by which the list is ordered.
 */
export function toPage<T>(rows: readonly T[], limit: number, keyOf: (row: T) => Key) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encode(keyOf(last)) : null };
}
