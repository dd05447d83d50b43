/**
 * Makes `src/sector-examples.ts`: what the mapper of this model knows the sectors by. Takes minutes.
 *
 *     node --conditions=@kopru/source convert/sectors.ts
 *
 * An example is the mean of a topic's startup texts in `eval/data/pairs.tsv`, whose sector stands in
 * `pair-sectors.tsv`, or the mean of a sector's names in the nine languages. The same model and the
 * same texts give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { sectorNameTexts } from '@kopru/sdk/engine';
import { createEmbedder, MODEL } from '../src/index.ts';
import { quantiseExamples } from './sector-quantise.ts';

const rows = (url: URL): string[][] =>
  readFileSync(url, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

const sectorOf = new Map(rows(new URL('pair-sectors.tsv', import.meta.url)) as [string, string][]);
const texts = [
  ...rows(new URL('../../../eval/data/pairs.tsv', import.meta.url)).flatMap(([topic = '', kind, , text = '']) => {
    const code = sectorOf.get(topic);
    return kind === 'startup' && code ? [{ example: topic, code, text }] : [];
  }),
  ...sectorNameTexts().map(({ code, text }) => ({ example: code as string, code: code as string, text })),
];

const embedder = await createEmbedder();
const examples = new Map<string, { code: string; sum: Float32Array }>();
for (const [i, { example, code, text }] of texts.entries()) {
  const [vector] = await embedder.embed([text]);
  const { sum } = examples.get(example) ?? { sum: new Float32Array(MODEL.dimensions) };
  examples.set(example, { code, sum: sum.map((x, d) => x + (vector as Float32Array)[d]!) });
  if (i % 500 === 0) console.error(`embedded ${i}/${texts.length}`);
}

const sorted = [...examples.values()].sort((a, b) => (a.code < b.code ? -1 : Number(a.code > b.code)));
const { mean, scale, levels } = quantiseExamples(sorted.map(({ sum }) => sum));
const counts = Map.groupBy(sorted, ({ code }) => code);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const file = new URL('../src/sector-examples.ts', import.meta.url);
writeFileSync(
  file,
  `/** Written by \`convert/sectors.ts\`; read by \`sectors.ts\`, which says what stands here. */
export const SECTOR_EXAMPLES = {
  model: '${embedder.id}',
  counts: '${[...counts].map(([code, own]) => `${code} ${own.length}`).join(' ')}',
  scale: ${scale},
  mean: '${base64(new Uint8Array(mean.buffer))}',
  levels:
    '${base64(levels)}',
};
`,
);
console.error(`${sorted.length} examples of ${counts.size} sectors`);
