import { findHub } from '../hubs/store.ts';
import { sha256 } from '../lib/sha256.ts';
import type { Model } from '../matches/stored-entry.ts';
import type { Place } from '../profiles/changes-store.ts';
import type { Source } from './load.ts';
import { formatOf, type PartEntry, packPart } from './part.ts';
import { rangeFromRows } from './rows.ts';
import { type Part, replacePart } from './store.ts';

/**
 * Bytes of vectors and texts from which a part is full, of which the value in KV is a little more; KV takes 25
 * MiB. An isolate that reads or writes a part holds it twice, beside the indexes of its hubs.
 */
const FULL = 8_000_000;

/** Pages of rows from which a part is full in any case: profiles without vectors of the model are in none. */
const MOST_PAGES = 60;

/** By when a value that nobody deleted, since its writer was killed, ends by itself, in seconds. */
export const LIFETIME = 30 * 86_400;

/** Under what the parts of a hub stand in KV. */
export const prefixOf = (hubId: string): string => `snapshot/${hubId}/`;

interface PartToWrite {
  readonly hubId: string;
  readonly part: Part;
  readonly model: Model;
  readonly now: Date;
  /** @default FULL */
  readonly full?: number;
}

/**
 * Writes a part anew, as D1 has it, up to where it is full; what is left is a part of its own that is still to be
 * written. The old value stays until the new one is in its place: a reader finds one of them, or reads the rows.
 *
 * @returns false when another run or an erasure was faster, or the hub is gone.
 */
export async function writePart(
  { db, cache }: Source,
  { hubId, part, model, now, full = FULL }: PartToWrite,
): Promise<boolean> {
  // Before the rows: those that are written meanwhile are in the part, or are read after it.
  const hub = await findHub(db, hubId);
  if (!hub) return false;
  const entries: PartEntry[] = [];
  let rest: Place | undefined;
  let size = 0;
  let pages = 0;
  for await (const page of rangeFromRows(db, hubId, model, part)) {
    entries.push(...page.entries);
    size += page.entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
    rest = page.next;
    if (size >= full || ++pages === MOST_PAGES) break;
  }
  const bytes = packPart(model, entries);
  const key = `${prefixOf(hubId)}${crypto.randomUUID()}`;
  await cache.put(key, bytes, { expirationTtl: LIFETIME });
  const written = { key, digest: await sha256(bytes), sequence: hub.sequence, rest };
  let isMine: boolean;
  try {
    isMine = await replacePart(db, hubId, formatOf(model), part, written, now);
  } catch (error) {
    // Whether it stands in D1 is not known. A part without its value is read from rows, and written again.
    await cache.delete(key);
    throw error;
  }
  const old = isMine ? part.key : key;
  if (old !== '') await cache.delete(old);
  return isMine;
}

/** At most, since a letter of the nine languages takes two bytes. */
const sizeOf = ({ entry: { profile, windows, sentences, names } }: PartEntry): number =>
  [...windows, ...[...sentences, ...names].map(({ vector }) => vector)].reduce((sum, { length }) => sum + length, 0) +
  2 * JSON.stringify(profile).length;
