/**
 * A part of a hub's profiles as bytes in KV, less what follows from them (`stored-entry.ts`).
 *
 * | bytes | what |
 * | --- | --- |
 * | 4 | length of the next part, with the least byte first |
 * | … | JSON in UTF-8: the hub's sequence at the last write of each profile, by `"kind id"` |
 * | … | the profiles with their vectors, as the engine saves them (`snapshot.ts`) |
 *
 * @module
 */
import { type EmbeddedProfile, readSnapshot, SNAPSHOT_VERSION, writeSnapshot } from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import { KIND_NAMES } from '@kopru/sdk/schema';
import type { Model } from '../matches/stored-entry.ts';

/** A profile of a part, and the hub's sequence at its last write. */
export interface PartEntry {
  readonly entry: EmbeddedProfile;
  readonly sequence: number;
}

/** What a part follows from beside the rows of D1: code of another format reads none of it. */
export const formatOf = ({ id }: Model): string => [id, SNAPSHOT_VERSION, DEFAULT_RATES.date, KIND_NAMES].join(' ');

const keyOf = ({ profile: { kind, id } }: EmbeddedProfile): string => `${kind} ${id}`;

export function packPart(model: Model, entries: readonly PartEntry[]): Uint8Array {
  const sequences = Object.fromEntries(entries.map(({ entry, sequence }) => [keyOf(entry), sequence]));
  const json = new TextEncoder().encode(JSON.stringify(sequences));
  const profiles = writeSnapshot(
    model,
    entries.map(({ entry }) => entry),
  );
  const bytes = new Uint8Array(4 + json.length + profiles.length);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  bytes.set(profiles, 4 + json.length);
  return bytes;
}

/**
 * @param bytes whose digest is that of a part which was written.
 * @throws on bytes that are no part of this model and format, or are cut off.
 */
export function unpackPart(model: Model, bytes: Uint8Array): PartEntry[] {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  const sequences = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Record<string, number>;
  return readSnapshot(model, bytes.subarray(4 + length), { verified: true }).map((entry) => {
    const sequence = sequences[keyOf(entry)];
    if (sequence === undefined) throw new RangeError('a profile of the part has no sequence');
    return { entry, sequence };
  });
}
