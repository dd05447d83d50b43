import { type SectorMapper, sectorMapper } from '@kopru/sdk/engine';
import type { SectorCode } from '@kopru/sdk/facets';
import { SECTOR_EXAMPLES } from './sector-examples.ts';

/** What the two bits of a value stand for, in units of `scale`: the levels of Lloyd and Max for a normal variable. */
export const LEVELS = [-3.335, -1, 1, 3.335] as const;

/**
 * Probabilities from which a sector counts as read from a text, and below which it is ruled out.
 * Chosen on dev: of the sectors read there 0.83 are right, and the true one is not ruled out in 0.98.
 */
const CONFIDENT = 0.4;
const POSSIBLE = 0.01;

let mapper: SectorMapper | undefined;

/**
 * Maps vectors of this model to sectors; made once, in some ten milliseconds, and without loading the
 * model. `npm run eval -- sectors` says how well.
 */
export function sectors(): SectorMapper {
  mapper ??= sectorMapper({
    model: SECTOR_EXAMPLES.model,
    vectors: readExamples(),
    confident: CONFIDENT,
    possible: POSSIBLE,
  });
  return mapper;
}

/** The examples: how many each sector has, in order; then, for all of them, the mean and two bits a value. */
export function readExamples(): { code: SectorCode; vector: Float32Array }[] {
  const mean = new Float32Array(bytesOf(SECTOR_EXAMPLES.mean).buffer);
  const levels = bytesOf(SECTOR_EXAMPLES.levels);
  const counts = SECTOR_EXAMPLES.counts.split(' ');
  const codes = counts.flatMap((code, i) =>
    i % 2 === 0 ? new Array<SectorCode>(Number(counts[i + 1])).fill(code as SectorCode) : [],
  );
  return codes.map((code, row) => ({
    code,
    vector: mean.map((x, d) => {
      const i = row * mean.length + d;
      const level = ((levels[i >> 2] as number) >> ((i & 3) * 2)) & 3;
      return x + SECTOR_EXAMPLES.scale * (LEVELS[level] as number);
    }),
  }));
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
