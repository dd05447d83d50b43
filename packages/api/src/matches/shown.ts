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
  // A first page is asked of hundreds, and has nothing to hash.
  const has = (id: string) => hashes.size > 0 && hashes.has(hash(id));
  return { packed: String(packed), size: hashes.size, has };
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

/** FNV-1a over the units of UTF-16, in two lanes: all of the first and nine bits of the second. */
function hash(id: string): string {
  let a = 0x811c9dc5;
  let b = 0x9dc5811c;
  for (let i = 0; i < id.length; i++) {
    const unit = id.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x010001b3);
  }
  return ((a >>> 0) * 512 + (b >>> 23)).toString(36).padStart(DIGITS, '0');
}
