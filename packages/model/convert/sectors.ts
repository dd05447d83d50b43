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
import { createEmbedder, MODEL } from '../src/index.ts';
import { direction } from '../src/sectors.ts';
import { learnWords } from './sector-cells.ts';
import { fitLinear } from './sector-linear.ts';
import { sectorSamples } from './sector-samples.ts';

/** What the linear scores are multiplied by before those of the words are added. Chosen on dev. */
const SHARE = 0.8;
/**
 * How sharp the sum is: below 1, since vectors and words say much the same and are no two witnesses.
 * Chosen on dev, where it makes of the sectors that are read at 0.4 five in six right.
 */
const SHARPNESS = 0.6;

const texts = sectorSamples();
const codes = SECTORS.filter(({ parent }) => parent !== null).map(({ code }) => code);

const embedder = await createEmbedder();
const samples: { vector: Float32Array; text: string; sector: number; weight: number; words: number }[] = [];
for (const [i, { code, lang, text, counts }] of texts.entries()) {
  const [vector] = (await embedder.embed([text])) as [Float32Array];
  const [weight, words] = counts;
  samples.push({ vector: embedder.centre?.(vector, lang) ?? vector, text, sector: codes.indexOf(code), weight, words });
  if (i % 1000 === 0) console.error(`embedded ${i}/${texts.length}`);
}

const size = MODEL.dimensions;
const all = samples.reduce((sum, { weight }) => sum + weight, 0);
const centre = new Float32Array(size);
for (const { vector, weight } of samples) {
  const unit = direction(vector, new Float32Array(size));
  for (let d = 0; d < size; d++) centre[d]! += (unit[d]! * weight) / all;
}
const linear = fitLinear(
  samples.map(({ vector, sector, weight }) => ({ query: direction(vector, centre), sector, weight })),
  codes.length,
);
const { words, levels } = learnWords(
  samples.map((sample) => ({ ...sample, weight: sample.words })),
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
