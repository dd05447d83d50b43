/**
 * Makes `src/sector-weights.ts`: what the mapper of this model knows the sectors by. Takes minutes.
 *
 *     node --conditions=@kopru/source convert/sectors.ts
 *
 * It learns from the texts of `sector-samples.ts`: a linear model of their vectors, and what their
 * words speak for. The same model and the same texts give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { SECTORS } from '@kopru/sdk/facets';
import { MODEL } from '../src/index.ts';
import { direction } from '../src/sectors.ts';
import { createThreadedEmbedder } from '../src/threads.ts';
import { learnWords } from './sector-cells.ts';
import { fitLinear } from './sector-linear.ts';
import { balanced, sectorSamples } from './sector-samples.ts';

/** What the linear scores are multiplied by before those of the words are added. Chosen on dev. */
const SHARE = 0.8;
/**
 * How sharp the sum is: below 1, since vectors and words say much the same and are no two witnesses.
 * Chosen on dev, where it makes of the sectors that are read at 0.4 five in six right.
 */
const SHARPNESS = 0.6;

/** Texts that are embedded between two lines of progress. */
const BATCH = 1024;

const texts = sectorSamples();
const codes = SECTORS.filter(({ parent }) => parent !== null).map(({ code }) => code);

const embedder = createThreadedEmbedder();
const told = texts.filter(({ counts: [weight] }) => weight > 0);
const samples: { query: Float32Array; sector: number; weight: number }[] = [];
for (let first = 0; first < told.length; first += BATCH) {
  const batch = told.slice(first, first + BATCH);
  const vectors = await embedder.embed(batch.map(({ text }) => text));
  for (const [i, { code, lang, counts }] of batch.entries()) {
    const vector = vectors[i] as Float32Array;
    samples.push({
      query: embedder.centre?.(vector, lang) ?? vector,
      sector: codes.indexOf(code),
      weight: counts[0],
    });
  }
  console.error(`embedded ${samples.length}/${told.length}`);
}
await embedder.close();

const size = MODEL.dimensions;
const all = samples.reduce((sum, { weight }) => sum + weight, 0);
const centre = new Float32Array(size);
for (const { query, weight } of samples) {
  const unit = direction(query, new Float32Array(size));
  for (let d = 0; d < size; d++) centre[d]! += (unit[d]! * weight) / all;
}
const linear = fitLinear(
  balanced(
    samples.map((sample) => ({ ...sample, query: direction(sample.query, centre) })),
    codes.length,
  ),
  codes.length,
);
const { words, levels } = learnWords(
  balanced(
    texts.map(({ code, text, counts }) => ({ text, sector: codes.indexOf(code), weight: counts[1] })),
    codes.length,
  ),
  codes.length,
);

/** Each row of weights as int8 steps of its own size. */
const scales = new Float32Array(codes.length);
const bias = new Float32Array(codes.length);
const weights = new Int8Array(codes.length * size);
for (let s = 0; s < codes.length; s++) {
  const row = linear.subarray(s * (size + 1), s * (size + 1) + size);
  const step = row.reduce((most, x) => Math.max(most, Math.abs(x)), 0) / 127;
  for (const [d, x] of row.entries()) weights[s * size + d] = Math.round(x / step);
  scales[s] = step * SHARE * SHARPNESS;
  bias[s] = linear[s * (size + 1) + size]! * SHARE * SHARPNESS;
}

const base64 = ({ buffer }: { readonly buffer: ArrayBufferLike }) =>
  Buffer.from(new Uint8Array(buffer)).toString('base64');
writeFileSync(
  new URL('../src/sector-weights.ts', import.meta.url),
  `/** Written by \`convert/sectors.ts\`; read by \`sectors.ts\`, which says what stands here. */
export const SECTOR_WEIGHTS = {
  model: '${embedder.id}',
  sectors:
    '${codes.join(' ')}',
  levels: [${levels.map((level) => Number((level * SHARPNESS).toPrecision(6))).join(', ')}],
  centre:
    '${base64(centre)}',
  bias: '${base64(bias)}',
  scales:
    '${base64(scales)}',
  weights:
    '${base64(weights)}',
  words:
    '${base64(words)}',
};
`,
);
console.error(`${texts.length} texts of ${new Set(texts.map(({ code }) => code)).size} sectors`);
