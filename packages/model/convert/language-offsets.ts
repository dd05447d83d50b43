/**
 * Makes `src/language-offsets.ts`: how far the mean of each language's vectors lies from the mean of
 * all, over the training split of `eval/data/corpus.tsv`, where every text stands in all nine. Takes
 * minutes.
 *
 *     node --conditions=@kopru/source convert/language-offsets.ts
 *
 * The same model and the same texts give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { LOCALES } from '@kopru/sdk/facets';
import { createEmbedder, MODEL } from '../src/index.ts';

const [head = [], ...rows] = readFileSync(new URL('../../../eval/data/corpus.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'));
const train = rows.filter((row) => row[head.indexOf('split')] === 'train');

const embedder = await createEmbedder();
const means = new Map<string, Float64Array>();
for (const lang of LOCALES) {
  console.error(`embedding ${train.length} texts in ${lang}`);
  const mean = new Float64Array(MODEL.dimensions);
  for (const row of train) {
    const [vector] = await embedder.embed([row[head.indexOf(lang)] as string]);
    for (const [d, x] of (vector as Float32Array).entries()) mean[d]! += x / train.length;
  }
  means.set(lang, mean);
}

const meanOfAll = (d: number) => [...means.values()].reduce((sum, mean) => sum + (mean[d] as number), 0) / means.size;
const offsets = [...means].map(([lang, mean]) => {
  const offset = mean.map((x, d) => x - meanOfAll(d));
  const scale = Number((offset.reduce((max, x) => Math.max(max, Math.abs(x)), 0) / 127).toPrecision(5));
  const steps = Buffer.from(Int8Array.from(offset, (x) => Math.round(x / scale)).buffer).toString('base64');
  return `    ${lang}: {\n      scale: ${scale},\n      steps:\n        '${steps}',\n    },`;
});
writeFileSync(
  new URL('../src/language-offsets.ts', import.meta.url),
  `/**
 * Written by \`convert/language-offsets.ts\`: how far the mean vector of each language lies from the
 * mean of all nine, over the ${train.length} texts of the corpus' training split. ${MODEL.dimensions} int8 steps in base64,
 * times \`scale\`.
 */
export const LANGUAGE_OFFSETS = {
  model: '${embedder.id}',
  offsets: {
${offsets.join('\n')}
  },
} as const;
`,
);
