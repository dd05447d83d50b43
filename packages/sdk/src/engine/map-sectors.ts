import { LOCALES, parentOf, SECTORS, type SectorCode } from '../facets/index.ts';
import { LOCALE_STRINGS } from '../strings/index.ts';
import type { Embedder } from './embedder.ts';
import { SECTOR_SHARPNESS } from './weights.ts';

/** Texts whose sector is known, as vectors of one model, with what was measured for them. */
export interface SectorExamples {
  /** Id of the embedder; only vectors of this model are mapped. */
  readonly model: string;
  /** Any number for each sector (second level), of any length; at least one vector in all. */
  readonly vectors: readonly { readonly code: SectorCode; readonly vector: ArrayLike<number> }[];
  /** Probability, in (0,1], from which a code counts as read from the text. @default never */
  readonly confident?: number;
  /** Probability, in [0,1), below which a sector is ruled out. @default none is */
  readonly possible?: number;
}

export interface RankedCode {
  readonly code: SectorCode;
  /** In [0,1]; those of all sectors, and those of all fields, sum to 1. */
  readonly probability: number;
}

/** Every sector and every field, most probable first; equal ones in the order of the taxonomy. */
export interface SectorRanking {
  readonly sectors: readonly RankedCode[];
  readonly fields: readonly RankedCode[];
}

/** What a text says of its sectors. Never shown as if its owner had stated it. */
export interface InferredSectors {
  /** Sectors that are probable enough to be acted on; a field where its sectors cannot be told apart. May be empty. */
  readonly sectors: readonly SectorCode[];
  /** Every sector that is not ruled out; holds those of `sectors`, and the sectors of its fields. */
  readonly possible: readonly SectorCode[];
}

/** Maps vectors of one model to the taxonomy. */
export interface SectorMapper {
  readonly model: string;
  /** @throws {RangeError} on a vector of another length than the examples'. */
  map(vector: ArrayLike<number>): SectorRanking;
  /** What the windows of one text say together: each may speak of a sector of its own. */
  infer(vectors: readonly ArrayLike<number>[]): InferredSectors;
}

const SECTOR_CODES = SECTORS.filter(({ parent }) => parent !== null).map(({ code }) => code);
const FIELD_CODES = SECTORS.filter(({ parent }) => parent === null).map(({ code }) => code);

/**
 * A mapper from examples: the likelihood of a sector is the mean, over its examples, of
 * exp(`SECTOR_SHARPNESS` · cosine) (a Parzen window on the sphere), and no sector is likelier than
 * another beforehand. Vectors are compared after the mean of all examples is taken off, since what
 * all texts share tells no sector.
 */
export function sectorMapper({ model, vectors, confident = 1, possible = 0 }: SectorExamples): SectorMapper {
  const dimensions = vectors[0]?.vector.length ?? 0;
  if (dimensions === 0 || vectors.some(({ vector }) => vector.length !== dimensions))
    throw new RangeError('examples of sectors must be one or more vectors of one length');
  const units = vectors.map(({ vector }) => unit(vector));
  const centre = new Float32Array(dimensions);
  for (const vector of units) for (let d = 0; d < dimensions; d++) centre[d]! += vector[d]! / units.length;
  const examples = units.map((vector) => unit(vector, centre));
  const rows = SECTOR_CODES.map((code) => examples.filter((_, i) => vectors[i]?.code === code));

  function map(vector: ArrayLike<number>): SectorRanking {
    if (vector.length !== dimensions)
      throw new RangeError(`a vector of ${vector.length} dimensions for examples of ${dimensions}`);
    const query = unit(unit(vector), centre);
    const likelihoods = rows.map((own) => {
      let sum = 0;
      for (const example of own) sum += Math.exp(SECTOR_SHARPNESS * dot(query, example));
      return own.length === 0 ? 0 : sum / own.length;
    });
    const total = likelihoods.reduce((sum, x) => sum + x, 0);
    const sectors = SECTOR_CODES.map((code, i) => ({ code, probability: (likelihoods[i] as number) / total }));
    const fields = FIELD_CODES.map((code) => ({
      code,
      probability: sectors.reduce((sum, s) => (parentOf(s.code) === code ? sum + s.probability : sum), 0),
    }));
    return { sectors: sectors.sort(byProbability), fields: fields.sort(byProbability) };
  }

  function infer(windows: readonly ArrayLike<number>[]): InferredSectors {
    const sure = new Set<SectorCode>();
    const open = new Set<SectorCode>();
    for (const { sectors, fields } of windows.map(map)) {
      const best = [sectors[0], fields[0]].find((code) => code && code.probability >= confident);
      if (best) sure.add(best.code);
      for (const { code, probability } of sectors) {
        if (probability >= possible || code === best?.code || parentOf(code) === best?.code) open.add(code);
      }
    }
    return { sectors: [...sure].sort(), possible: [...open].sort() };
  }

  return { model, map, infer };
}

/**
 * A mapper for any embedder, from the names of the sectors in the nine languages alone: 720 short
 * texts are embedded once. It ranks; it infers nothing, since how sure such an embedder may be has
 * not been measured. A model that brings examples of its own does (see `@kopru/model`).
 *
 * @throws {EmbedderError} as the embedder does.
 */
export async function createSectorMapper(embedder: Embedder): Promise<SectorMapper> {
  const names = sectorNameTexts();
  const vectors = await embedder.embed(names.map(({ text }) => text));
  return sectorMapper({
    model: embedder.id,
    vectors: names.map(({ code }, i) => ({ code, vector: vectors[i] as Float32Array })),
  });
}

/** One text for each sector and language: its label and its synonyms. */
export const sectorNameTexts = (): { code: SectorCode; text: string }[] =>
  SECTOR_CODES.flatMap((code) =>
    LOCALES.map((locale) => {
      const { label, synonyms } = LOCALE_STRINGS[locale].sectors[code];
      return { code, text: [label, ...synonyms].join(', ') };
    }),
  );

const byProbability = (a: RankedCode, b: RankedCode): number => b.probability - a.probability;

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] as number) * (b[d] as number);
  return sum;
}

/** The direction of a vector, seen from `centre`; the vector of zeros stays what it is. */
function unit(vector: ArrayLike<number>, centre?: Float32Array): Float32Array {
  const from = new Float32Array(vector.length);
  for (let d = 0; d < from.length; d++) from[d] = (vector[d] as number) - (centre ? (centre[d] as number) : 0);
  const length = Math.sqrt(dot(from, from)) || 1;
  for (let d = 0; d < from.length; d++) from[d]! /= length;
  return from;
}
