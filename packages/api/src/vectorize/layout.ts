/**
 * How profiles stand in Vectorize. Pure. A namespace is a hub's; a profile has one vector for each window of
 * its text; its metadata is what the coarse gates ask, so that a filter keeps out those whom a gate of codes
 * would, and never anybody else.
 *
 * @module
 */
import type { VectorizeVectorMetadataFilter } from '@cloudflare/workers-types';
import { type NormalProfile, PAIRINGS, type Pairing, pairingName } from '@kopru/sdk/engine';
import { KIND_NAMES, type Kind } from '@kopru/sdk/schema';
import { FILTER_BYTES } from './limits.ts';

/** Into how many parts the profiles of a hub are split by their keys: so many times `topK` can be found. */
export const PARTS = 8;

/** Fields for gates of codes. A kind that has more of them leaves the others to the exact gates. */
const GATES = 6;

/** A gate of codes that is not stated, and one that states several, of which an index of Vectorize can hold one alone. */
const NONE = '-';
const SEVERAL = '*';

type Codes = NonNullable<Pairing['gates'][number]['codes']>;

/** The metadata indexes that have to be there before the first vector is (at most 10). */
export const METADATA_INDEXES = [
  { name: 'kind', type: 'string' },
  { name: 'part', type: 'number' },
  { name: 'country', type: 'string' },
  ...Array.from({ length: GATES }, (_, i) => ({ name: `gate${i}`, type: 'string' }) as const),
] as const;

/** The gates of codes of a kind, each once where pairings share it, in the order of their fields. */
const codesOf = (kind: Kind): readonly Codes[] => {
  const gates = PAIRINGS.filter(({ sides }) => sides.includes(kind)).flatMap((pairing) => pairing.gates);
  return [...new Set(gates.flatMap(({ codes }) => codes ?? []))].slice(0, GATES);
};

/** Another one when the fields mean something else, so that old metadata is never read by a new filter. */
const LAYOUT = JSON.stringify([
  PARTS,
  KIND_NAMES.map((kind) =>
    PAIRINGS.filter(({ sides }) => sides.includes(kind)).flatMap((pairing) =>
      pairing.gates.flatMap(({ name, codes }) =>
        codes ? [[pairingName(pairing), name, codesOf(kind).indexOf(codes)]] : [],
      ),
    ),
  ),
]);

/** The namespace of a hub's vectors of a model: 64 bytes at most, whatever the hub is called. */
export const namespaceOf = async (hubId: string, model: string): Promise<string> =>
  `h${await digest([hubId, model, LAYOUT])}`;

/** What the ids of a profile's vectors begin with. An id of Vectorize is unique among all namespaces. */
export const vectorKey = (namespace: string, { kind, id }: Pick<NormalProfile, 'kind' | 'id'>): Promise<string> =>
  digest([namespace, kind, id]);

/** The id of the vector of a window, 64 bytes at most. */
export const vectorId = (key: string, window: number): string => `${key}.${window}`;

/** The id of the marker of a namespace (`marker.ts`). */
export const markerId = (namespace: string): string => `${namespace}.marker`;

/** The key of a vector's id. */
export const keyOfId = (id: string): string => id.slice(0, id.lastIndexOf('.'));

/** The part in which a profile is, of all parts about as many. */
export const partOf = (key: string): number => Number.parseInt(key.slice(0, 8), 16) % PARTS;

/** The first 128 bits of SHA-256 in hex: two of ten million profiles share them once in 10²⁴ hubs. */
async function digest(of: readonly string[]): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(of)));
  return Array.from(new Uint8Array(bytes, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What stands with each vector of a profile. */
export function metadataOf(profile: NormalProfile, key: string): Record<string, string | number> {
  const gates = codesOf(profile.kind).map((codes, i) => [`gate${i}`, stated(codes(profile))] as const);
  const country = profile.facets.country ?? NONE;
  return { kind: profile.kind, part: partOf(key), country, ...Object.fromEntries(gates) };
}

function stated(codes: readonly string[] | undefined): string {
  if (codes === undefined) return NONE;
  return codes.length === 1 ? (codes[0] as string) : SEVERAL;
}

/** Which candidates a query looks at. */
export interface Sought {
  readonly kind: Kind;
  /** The pairing whose gates are asked; none: all of the kind. */
  readonly pairing?: Pairing | undefined;
  readonly subject: NormalProfile;
  /** Where the candidate has to be, by a filter of the list. */
  readonly country?: string | undefined;
}

/**
 * The filter of a query: whom it leaves out, a gate or the filter of the list keeps out too. Gates whose codes
 * would make it longer than Vectorize takes are left to the exact gates.
 */
export function filterFor({ kind, pairing, subject, country }: Sought, parts?: readonly number[]) {
  const filter: Record<string, unknown> = {
    kind,
    ...(parts && { part: { $in: parts } }),
    ...(country !== undefined && { country }),
  };
  for (const { codes } of pairing?.gates ?? []) {
    const field = codes ? codesOf(kind).indexOf(codes) : -1;
    const own = codes?.(subject);
    if (field < 0 || !own) continue;
    const longer = { ...filter, [`gate${field}`]: { $in: [NONE, SEVERAL, ...new Set(own)] } };
    if (bytesOf(longer) < FILTER_BYTES) Object.assign(filter, longer);
  }
  return filter as VectorizeVectorMetadataFilter;
}

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;
