import type { EmbeddedProfile, MatchIndex, NormalProfile } from '@kopru/sdk/engine';

/** The hub's sequence at the last write of an own profile, by its entry in an index. */
const sequences = new WeakMap<EmbeddedProfile, number>();

/** Notes at which sequence of the hub an own profile was written last. */
export function noteWritten(entry: EmbeddedProfile, sequence: number): EmbeddedProfile {
  sequences.set(entry, sequence);
  return entry;
}

/** The hub's sequence at the last write of an own profile; undefined where it was not noted. */
export const sequenceOf = (entry: EmbeddedProfile): number | undefined => sequences.get(entry);

/** Whether an own profile of an index was written after a sequence; one that is not in the index was not. */
export function writtenAfter(index: MatchIndex, { kind, id }: Pick<NormalProfile, 'kind' | 'id'>, sequence: number) {
  const entry = index.get(kind, id);
  return entry !== undefined && (sequenceOf(entry) ?? 0) > sequence;
}
