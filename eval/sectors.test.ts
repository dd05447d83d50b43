import { isSectorCode, parentOf } from '@kopru/sdk/facets';
import { describe, expect, it } from 'vitest';
import { sectorSamples } from '../packages/model/convert/sector-samples.ts';
import { SECTOR_MAP } from './data/sector-map.ts';
import { sectors } from './sectors.ts';
import { inferenceOf, intervalsOf, outcomeOf, sharesOf } from './sectors-measure.ts';
import { readSectorTexts, readSectorTopics } from './sectors-truth.ts';
import { createTestEmbedder } from './test-embedder.ts';
import { LANGUAGES } from './texts.ts';

const context = { createEmbedder: async () => createTestEmbedder(), progress: () => {} };

describe('the map from the corpus to the taxonomy', () => {
  it('leads to sectors, never to a field, and none takes more than two codes', () => {
    const codes = Object.values(SECTOR_MAP);
    for (const code of codes) expect(isSectorCode(code) && parentOf(code), code).not.toBeNull();
    for (const code of new Set(codes)) expect(codes.filter((c) => c === code).length, code).toBeLessThanOrEqual(2);
  });

  it('knows every code of the splits that are measured', async () => {
    const texts = [...(await readSectorTexts('dev', 'startup')), ...(await readSectorTexts('test', 'thesis'))];
    expect(texts).toHaveLength((25 + 68) * 9);
    for (const { sector, topic } of texts) expect(isSectorCode(sector), topic).toBe(true);
  });
});

describe('the topics on which is chosen', () => {
  it('have texts in every language, each topic three in different ones, and none that anything learns from', async () => {
    const topics = await readSectorTopics();
    const learned = new Set(sectorSamples().map(({ text }) => text));
    for (const { text, sector, topic } of topics) {
      expect(isSectorCode(sector) && parentOf(sector), topic).toBeTruthy();
      expect(learned.has(text), topic).toBe(false);
    }
    for (const [topic, texts] of Map.groupBy(topics, (text) => text.topic))
      expect(new Set(texts.map(({ lang }) => lang)).size, topic).toBe(3);
    expect(new Set(topics.map(({ lang }) => lang))).toEqual(new Set(LANGUAGES));
  });
});

describe('the measures', () => {
  const text = {
    topic: 'a',
    lang: 'en',
    text: '',
    line: 2,
    sector: 'livestock',
    field: 'agrifood',
  } as const;
  const ranked = (...codes: string[]) => codes.map((code) => ({ code: code as 'livestock', probability: 0 }));

  it('count the first answer, the first three, and the field for itself', () => {
    const ranking = { sectors: ranked('mining', 'oil_gas', 'livestock'), fields: ranked('agrifood') };
    expect(outcomeOf(text, ranking)).toEqual({ topic: 'a', lang: 'en', top1: false, top3: true, level1: true });
    expect(sharesOf([outcomeOf(text, ranking), outcomeOf(text, { sectors: [], fields: [] })])).toEqual({
      top1: 0,
      top3: 0.5,
      level1: 0.5,
    });
  });

  it('give an interval about the share, and none where all topics agree', () => {
    const outcome = (topic: string, top1: boolean) => ({ topic, lang: 'en', top1, top3: true, level1: false });
    const { top1, top3, level1 } = intervalsOf(Array.from({ length: 40 }, (_, i) => outcome(`t${i}`, i % 2 === 0)));
    expect(top1[0]).toBeGreaterThan(0.3);
    expect(top1[0]).toBeLessThan(0.5);
    expect(top1[1]).toBeGreaterThan(0.5);
    expect([...top3, ...level1]).toEqual([1, 1, 0, 0]);
  });

  it('count a field that is read as right, and nothing read as neither right nor wrong', () => {
    const inferred = [
      { sectors: ['agrifood'], possible: ['livestock', 'veterinary'] },
      { sectors: [], possible: ['mining', 'oil_gas'] },
    ] as const;
    expect(inferenceOf([text, text], inferred)).toEqual({
      read: 0.5,
      precision: 1,
      notRuledOut: 0.5,
      stillPossible: 2,
    });
  });
});

describe('the evaluation', () => {
  it('reports all nine languages, both baselines and what is inferred', async () => {
    const report = (await sectors.run(['--split', 'dev'], context)) as Record<string, never>;
    expect(report).toMatchObject({ split: 'dev', model: 'test-trigrams@1', texts: 225, topics: 25 });
    expect(Object.keys(report.byLang!)).toEqual([...LANGUAGES]);
    // An embedder without examples of its own infers nothing and rules nothing out.
    expect(report.inferred).toMatchObject({ startups: { read: 0, notRuledOut: 1, stillPossible: 80 } });
    expect(report.namesOnly).toEqual({ top1: report.top1, top3: report.top3, level1: report.level1 });
  });

  it('refuses a split that is not to be judged on', async () => {
    await expect(sectors.run(['--split', 'train'], context)).rejects.toThrow('--split must be one of dev, test');
  });
});
