/**
 * Pages of a match list. A list is computed when it is asked for and stored nowhere, so its cursor
 * holds a short hash of every match that earlier pages showed: no page repeats one, and each gives the
 * best of what is left at that moment, in the order of one list while nothing changes.
 *
 * @module
 */
import { weights } from '@kopru/sdk/engine';
import { readCursor, toPage } from '../lib/page.ts';

/** Digits of a hash, 41 bits: in one of some ten million lists of full length a match is taken for another and left out. */
const DIGITS = 8;

/** The matches that earlier pages showed. */
interface ShownIds {
  readonly size: number;
  has(id: string): boolean;
}

/** @throws {ApiError} `invalid_request` on a cursor that no page gave. */
export function readShown(cursor: string | undefined): ShownIds & { readonly packed: string } {
  const [packed = ''] = (readCursor(cursor, 1) ?? []) as readonly string[];
  const hashes = new Set(String(packed).match(new RegExp(`.{${DIGITS}}`, 'g')) ?? []);
  return { packed: String(packed), size: hashes.size, has: (id) => hashes.has(hash(id)) };
}

/**
 * The page and the cursor of the next.
 *
 * @param matches at most one more than `limit`.
 */
export function pageOf<T extends { readonly id: string }>(
  matches: readonly T[],
  limit: number,
  shown: ShownIds & { readonly packed: string },
): { items: T[]; nextCursor: string | null } {
  const packed =
    shown.packed +
    matches
      .slice(0, limit)
      .map(({ id }) => hash(id))
      .join('');
  const isLast = shown.size + limit >= weights.POOL;
  return toPage(isLast ? matches.slice(0, limit) : matches, limit, () => [packed]);
}

/** FNV-1a in two lanes: all of the first and nine bits of the second. */
function hash(id: string): string {
  let a = 0x811c9dc5;
  let b = 0x9dc5811c;
  for (const byte of new TextEncoder().encode(id)) {
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b ^ byte, 0x010001b3);
  }
  return ((a >>> 0) * 512 + (b >>> 23)).toString(36).padStart(DIGITS, '0');
}
