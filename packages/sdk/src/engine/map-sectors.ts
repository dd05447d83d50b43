import { LOCALES, parentOf, SECTORS, type SectorCode } from '../facets/index.ts';
import { LOCALE_STRINGS } from '../strings/index.ts';
import type { Embedder } from './embedder.ts';
import { SECTOR_SHARPNESS } from './weights.ts';

/** A text and its vector. */
export interface SectorText {
  readonly text: string;
  readonly vector: ArrayLike<number>;
}

/** What is known of the sectors of texts, through the vectors of one model. */
export interface SectorKnowledge {
  /** Id of the embedder; only texts with vectors of this model are mapped. */
  readonly model: string;
  /** Sectors (second level) that are known, each once; the others are never found. */
  readonly codes: readonly SectorCode[];
  /**
   * The log-likelihood of a text under each of `codes`, in order, up to a constant.
   *
   * @throws {RangeError} on a vector of another length than the model's.
   */
  readonly likelihoods: (text: SectorText) => ArrayLike<number>;
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

/** Maps texts with vectors of one model to the taxonomy. */
export interface SectorMapper {
  readonly model: string;
  /** @throws {RangeError} on a vector of another length than the model's. */
  map(text: SectorText): SectorRanking;
  /** What the parts of one text say together: each may speak of a sector of its own. */
  infer(parts: readonly SectorText[]): InferredSectors;
}

const SECTOR_CODES = SECTORS.filter(({ parent }) => parent !== null).map(({ code }) => code);
const FIELD_CODES = SECTORS.filter(({ parent }) => parent === null).map(({ code }) => code);

/** A mapper from what is known of the sectors. No sector is likelier than another beforehand; a field is as likely as its sectors together. */
export function sectorMapper({
  model,
  codes,
  likelihoods,
  confident = 1,
  possible = 0,
}: SectorKnowledge): SectorMapper {
  const places = SECTOR_CODES.map((code) => codes.indexOf(code));

  function map(text: SectorText): SectorRanking {
    const scores = likelihoods(text);
    const highest = Math.max(...Array.from(scores));
    const powers = places.map((place) => (place < 0 ? 0 : Math.exp((scores[place] as number) - highest)));
    const total = powers.reduce((sum, power) => sum + power, 0);
    const sectors = SECTOR_CODES.map((code, i) => ({ code, probability: (powers[i] as number) / total }));
    const ofFields = new Map<SectorCode, number>();
    for (const { code, probability } of sectors) {
      const field = parentOf(code) as SectorCode;
      ofFields.set(field, (ofFields.get(field) ?? 0) + probability);
    }
    const fields = FIELD_CODES.map((code) => ({ code, probability: ofFields.get(code) ?? 0 }));
    return { sectors: sectors.sort(byProbability), fields: fields.sort(byProbability) };
  }

  function infer(parts: readonly SectorText[]): InferredSectors {
    const sure = new Set<SectorCode>();
    const open = new Set<SectorCode>();
    for (const { sectors, fields } of parts.map(map)) {
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
 * not been measured. A model that knows more of the sectors brings a mapper of its own (see `@kopru/model`).
 *
 * The likelihood of a sector is the mean, over its names, of exp(`SECTOR_SHARPNESS` · cosine) (a
 * Parzen window on the sphere). Vectors are compared after the mean of all names is taken off, since
 * what all texts share tells no sector.
 *
 * @throws {EmbedderError} as the embedder does.
 */
export async function createSectorMapper(embedder: Embedder): Promise<SectorMapper> {
  const texts = sectorNameTexts();
  const units = (await embedder.embed(texts.map(({ text }) => text))).map((vector) => unit(vector));
  const centre = new Float32Array(units[0]?.length ?? 0);
  for (const vector of units) for (let d = 0; d < centre.length; d++) centre[d]! += (vector[d] ?? 0) / units.length;
  const names = units.map((vector) => unit(vector, centre));
  const rows = SECTOR_CODES.map((code) => names.filter((_, i) => texts[i]?.code === code));
  return sectorMapper({
    model: embedder.id,
    codes: SECTOR_CODES,
    likelihoods: ({ vector }) => {
      if (vector.length !== centre.length)
        throw new RangeError(`a vector of ${vector.length} dimensions for names of ${centre.length}`);
      const query = unit(unit(vector), centre);
      return rows.map((own) => Math.log(mean(own.map((name) => Math.exp(SECTOR_SHARPNESS * dot(query, name))))));
    },
  });
}

/** One text for each sector and language: its label and its synonyms. */
export const sectorNameTexts = (): { code: SectorCode; text: string }[] =>
  SECTOR_CODES.flatMap((code) =>
    LOCALES.map((locale) => {
      const { sectors, synonyms } = LOCALE_STRINGS[locale];
      return { code, text: [sectors[code], ...synonyms[code]].join(', ') };
    }),
  );

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

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
