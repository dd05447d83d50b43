import { readFile } from 'node:fs/promises';
import { isSectorCode, parentOf, SECTORS } from '@kopru/sdk/facets';
import { expect, test } from 'vitest';
import { quantiseExamples } from '../convert/sector-quantise.ts';
import { createEmbedder, createMatcher, MODEL, sectors } from './index.ts';
import { SECTOR_EXAMPLES } from './sector-examples.ts';
import { readExamples } from './sectors.ts';

const rows = async (path: string) =>
  (await readFile(new URL(path, import.meta.url), 'utf8'))
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [string, string, string, string]);

test('the examples are of this model, and each sector has some', () => {
  expect(SECTOR_EXAMPLES.model).toBe(MODEL.id);
  const examples = readExamples();
  for (const { vector } of examples) expect(vector).toHaveLength(MODEL.dimensions);
  const codes = new Set(examples.map(({ code }) => code));
  expect([...codes].sort()).toEqual(
    SECTORS.filter(({ parent }) => parent)
      .map(({ code }) => code)
      .sort(),
  );
});

test('every label is a sector of a topic of the pairs', async () => {
  const topics = new Set((await rows('../../../eval/data/pairs.tsv')).map(([topic]) => topic));
  const labels = await rows('../convert/pair-sectors.tsv');
  for (const [topic, code] of labels) {
    expect(topics, topic).toContain(topic);
    expect(isSectorCode(code) && parentOf(code), `${topic} ${code}`).toBeTruthy();
  }
  expect(readExamples()).toHaveLength(labels.length + 80);
});

test('a sample made again gives the example that ships, within what two bits lose', async () => {
  const labels = new Map((await rows('../convert/pair-sectors.tsv')).map(([topic, code]) => [topic, code]));
  const texts = (await rows('../../../eval/data/pairs.tsv')).filter(([, kind]) => kind === 'startup');
  const embedder = await createEmbedder();
  const cosine = (a: ArrayLike<number>, b: ArrayLike<number>) => {
    const dot = (x: ArrayLike<number>, y: ArrayLike<number>) => Array.from(x).reduce((s, v, d) => s + v * y[d]!, 0);
    return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  };
  for (const topic of ['xa001', 'xd079', 'yf092']) {
    const vectors = await embedder.embed(texts.filter(([t]) => t === topic).map(([, , , text]) => text));
    const whole = vectors.reduce((sum, v) => sum.map((x, d) => x + v[d]!));
    const alike = readExamples()
      .filter(({ code }) => code === labels.get(topic))
      .map(({ vector }) => cosine(vector, whole));
    expect(Math.max(...alike), topic).toBeGreaterThan(0.9);
  }
});

test('two bits keep the sign of every value, its level and the mean', () => {
  const vectors = [Float32Array.of(1, 0, 0, 0), Float32Array.of(0, 1, 0, 0), Float32Array.of(0, 0, 0.6, 0.8)];
  const { mean, levels } = quantiseExamples(vectors);
  expect(mean[0]).toBeCloseTo(1 / 3, 6);
  const first = [0, 1, 2, 3].map((d) => ((levels[0] as number) >> (d * 2)) & 3);
  expect(first).toEqual([3, 1, 1, 1]);
});

test('a text and a name in any language are mapped by the shipped examples', async () => {
  const embedder = await createEmbedder();
  const [pitch, name] = await embedder.embed(['Сүт сыйырларынын көмүнө датчик тагабыз', 'қой шаруашылығы']);
  for (const vector of [pitch!, name!]) {
    expect(sectors().map(vector).fields[0]?.code).toBe('agrifood');
    expect(sectors().infer([vector]).possible).toContain('livestock');
  }
});

test('a mandate that excludes a sector keeps out a silent startup of it, and not a silent one of another', async () => {
  const matcher = await createMatcher();
  const startup = (pitch: string) => ({ name: 'A', pitch, consent: { matching: true } });
  await matcher.add('startup', 'game', startup('Köçəri tayfalar haqqında mobil strategiya oyunu hazırlayırıq.'));
  await matcher.add('startup', 'mine', startup('Altun madeninde cevheri öğütmeden önce ayıran makine kuruyoruz.'));
  const thesis = 'We back founders across the region.';
  const profile = { name: 'F', thesis, excludedSectors: ['mining'], consent: { matching: true } };
  const { matches, rejected } = await matcher.match({ kind: 'investor', profile }, { rejected: 5 });
  expect(matches.map(({ id }) => id)).toEqual(['game']);
  expect(rejected.map(({ id }) => id)).toEqual(['mine']);
});
