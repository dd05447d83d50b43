import { type SectorMapper, type SectorText, sectorMapper } from '@kopru/sdk/engine';
import type { SectorCode } from '@kopru/sdk/facets';
import { SECTOR_WEIGHTS } from './sector-weights.ts';
import { wordCells } from './sector-words.ts';

/**
 * Probabilities from which a sector counts as read from a text, and below which it is ruled out.
 * Chosen on dev; decision 0014 says what they give.
 */
const CONFIDENT = 0.4;
const POSSIBLE = 0.01;

/** Sectors that a cell of words speaks for, at most. */
export const SECTORS_A_CELL = 3;

let mapper: SectorMapper | undefined;

/**
 * Maps texts and their vectors of this model to sectors; made once, in a millisecond, and without
 * loading the model. `npm run eval -- sectors` says how well.
 */
export function sectors(): SectorMapper {
  mapper ??= sectorMapper({
    model: SECTOR_WEIGHTS.model,
    codes: SECTOR_WEIGHTS.sectors.split(' ') as SectorCode[],
    likelihoods: likelihoodsOf(),
    confident: CONFIDENT,
    possible: POSSIBLE,
  });
  return mapper;
}

/**
 * The log-likelihoods of the sectors, up to a constant: a linear function of the direction of the
 * vector seen from `centre`, and what the words speak for, less the longer the text is.
 */
function likelihoodsOf(): (text: SectorText) => Float64Array {
  const floats = (base64: string) => new Float32Array(bytesOf(base64).buffer);
  const centre = floats(SECTOR_WEIGHTS.centre);
  const bias = floats(SECTOR_WEIGHTS.bias);
  const scales = floats(SECTOR_WEIGHTS.scales);
  const weights = new Int8Array(bytesOf(SECTOR_WEIGHTS.weights).buffer);
  const words = bytesOf(SECTOR_WEIGHTS.words);
  const { levels } = SECTOR_WEIGHTS;
  const size = centre.length;

  return ({ vector, text }) => {
    if (vector.length !== size) throw new RangeError(`a vector of ${vector.length} dimensions for weights of ${size}`);
    const query = direction(vector, centre);
    const scores = Float64Array.from(bias, (sum, s) => {
      let product = 0;
      for (let d = 0; d < size; d++) product += (weights[s * size + d] as number) * (query[d] as number);
      return sum + product * (scales[s] as number);
    });
    const cells = wordCells(text);
    const share = 1 / Math.sqrt(cells.size || 1);
    for (const cell of cells) {
      for (let i = 0; i < SECTORS_A_CELL; i++) {
        // 0 is none; then all sectors at the first level, all at the second, and so on.
        const entry = (words[cell * SECTORS_A_CELL + i] as number) - 1;
        if (entry >= 0) scores[entry % bias.length]! += (levels[Math.floor(entry / bias.length)] as number) * share;
      }
    }
    return scores;
  };
}

/** The direction of a vector, brought to length 1, as seen from `centre`; a vector of zeros is seen at length 1 too. */
export function direction(vector: ArrayLike<number>, centre: Float32Array): Float32Array {
  const unit = (from: Float32Array) => {
    const length = Math.hypot(...from) || 1;
    return from.map((x) => x / length);
  };
  const inUnits = unit(Float32Array.from(vector));
  return unit(inUnits.map((x, d) => x - (centre[d] as number)));
}

/** In a loop, since `Uint8Array.from` takes ten times as long for the cells of words. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
