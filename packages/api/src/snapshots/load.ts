import type { KVNamespace } from '@cloudflare/workers-types';
import { findHub } from '../hubs/store.ts';
import { logFailure } from '../lib/log-failure.ts';
import type { Queryable } from '../lib/queryable.ts';
import { sha256 } from '../lib/sha256.ts';
import type { Model } from '../matches/stored-entry.ts';
import { formatOf, type PartEntry, unpackPart } from './part.ts';
import { rangeFromRows } from './rows.ts';
import { type Part, readParts, rejectPart } from './store.ts';

/** What a snapshot is read from. */
export interface Source {
  readonly db: Queryable;
  readonly cache: KVNamespace;
}

/** How long a value of KV may not be seen everywhere, in milliseconds; the documentation says a minute or more. */
const SPREADS = 5 * 60_000;

/** Most parts that are on their way at once: each is some 8 MB, beside what is held of them already. */
const AT_ONCE = 2;

/**
 * All profiles of a hub from its snapshot, some at a time. A part that is not there, is damaged or of another
 * format is read from the rows of D1 instead, and the log names it. Whatever was written after the sequence
 * which this ends with is still to be read.
 *
 * @param take is given the profiles; false: they are no longer wanted.
 * @returns every write up to which sequence is in what was taken; 0 where the hub has no snapshot, with nothing taken.
 */
export async function loadSnapshot(
  { db, cache }: Source,
  hubId: string,
  model: Model,
  take: (entries: readonly PartEntry[]) => boolean,
): Promise<number> {
  const parts = await readParts(db, hubId, formatOf(model));
  // Parts without the first are not the whole hub.
  if (parts[0]?.first.some((begin) => begin !== '')) return 0;
  const fetched = parts.slice(0, AT_ONCE).map((part) => fetchPart({ db, cache }, hubId, model, part));
  let sequence = Number.POSITIVE_INFINITY;
  for (const [i, part] of parts.entries()) {
    const entries = await fetched[i];
    const later = parts[i + AT_ONCE];
    if (later) fetched.push(fetchPart({ db, cache }, hubId, model, later));
    // So that a part is not held longer than it takes.
    delete fetched[i];
    if (entries) {
      if (!take(entries)) return 0;
      sequence = Math.min(sequence, part.sequence);
      continue;
    }
    // Rows are at least as new as the number that the hub had before they were read.
    sequence = Math.min(sequence, (await findHub(db, hubId))?.sequence ?? 0);
    for await (const page of rangeFromRows(db, hubId, model, part)) if (!take(page.entries)) return 0;
  }
  return parts.length === 0 ? 0 : sequence;
}

/** The profiles of a part; undefined where it is still to be written, or cannot be trusted. */
async function fetchPart(
  { db, cache }: Source,
  hubId: string,
  model: Model,
  { key, digest, writtenAt }: Part,
): Promise<PartEntry[] | undefined> {
  if (key === '') return undefined;
  try {
    const value = await cache.get(key, 'arrayBuffer');
    const bytes = value && new Uint8Array(value);
    if (bytes && (await sha256(bytes)) === digest) return unpackPart(model, bytes);
    // It costs time alone, since the rows are read in its place.
    console.warn(JSON.stringify({ level: 'warn', snapshot: key, why: bytes ? 'damaged' : 'not in KV' }));
    if (Date.now() - Date.parse(writtenAt || '1970-01-01') <= SPREADS) return undefined;
    await rejectPart(db, hubId, key);
    await cache.delete(key);
  } catch (error) {
    // KV that does not answer says nothing of the part.
    logFailure({ snapshot: key }, error);
  }
  return undefined;
}
