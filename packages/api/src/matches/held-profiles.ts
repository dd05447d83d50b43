import type { EmbeddedProfile, MatchIndex } from '@kopru/sdk/engine';
import type { Kind } from '@kopru/sdk/schema';
import type { Queryable } from '../lib/queryable.ts';
import { getProfiles, type StoredProfile } from '../profiles/store.ts';
import { sequenceOf } from './written.ts';

/** Most that an isolate holds of all hubs together, some 4 kB each; beyond it all are forgotten at once. */
const MOST_HELD = 2000;

/** What cards were made of, by the entry of an index: another write of the profile makes another entry. */
let held = new WeakMap<EmbeddedProfile, StoredProfile>();
let count = 0;

/**
 * Profiles of a kind as they are stored: from D1, or as they were read for another list, where the index that is
 * caught up has not seen another write since. A list so needs no second way to D1 for those that are often listed.
 */
export async function heldProfiles(
  db: Queryable,
  hubId: string,
  kind: Kind,
  ids: readonly string[],
  index: Pick<MatchIndex, 'get'> | undefined,
): Promise<StoredProfile[]> {
  const entries = new Map(ids.map((id) => [id, index?.get(kind, id)]));
  const known = [...entries.values()].flatMap((entry) => (entry && held.get(entry)) ?? []);
  const missing = ids.filter((id) => !known.some((stored) => stored.id === id));
  const read = missing.length > 0 ? await getProfiles(db, hubId, kind, missing) : [];
  for (const stored of read) {
    const entry = entries.get(stored.id);
    // What was written since the index was caught up is of another entry, which is not there yet.
    if (entry && sequenceOf(entry) === stored.sequence) hold(entry, stored);
  }
  return [...known, ...read];
}

function hold(entry: EmbeddedProfile, stored: StoredProfile): void {
  if (++count > MOST_HELD) {
    held = new WeakMap();
    count = 1;
  }
  held.set(entry, stored);
}
