import { describe, expect, it } from 'vitest';
import { ablate } from './ablation-measure.ts';
import { retrievalTask } from './retrieval.ts';
import { createTestEmbedder } from './test-embedder.ts';
import { readCorpus } from './texts.ts';
import { vectorsOf } from './vectors.ts';

describe('the ablation', async () => {
  const texts = (await readCorpus('dev')).filter(({ lang }) => ['az', 'ru', 'en'].includes(lang));
  const task = retrievalTask(texts);
  const { centred } = vectorsOf(createTestEmbedder(), () => {});
  const report = ablate(task, await centred(task.queries), await centred(task.candidates), 50);

  it('ranks profiles that state nothing but a text as the embedding does, exactly', () => {
    expect(report.textOnly.gain).toEqual({ value: 0, low: 0, high: 0 });
    expect(report.textOnly.map).toEqual(report.embedding);
  });

  it('finds that the sectors of the corpus help an embedder that sees but spelling', () => {
    expect(report.topics).toBe(25);
    expect(report.semanticAndSector.gain.low).toBeGreaterThan(0);
    expect(report.engine.map.value).toBeGreaterThan(report.without.sector.map.value);
  });

  it('counts the first ten of each list, each pair in one band', () => {
    const shown = report.bands.reduce((sum, band) => sum + band.shown, 0);
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThanOrEqual(task.queries.length * 3 * 10);
    for (const { right } of report.bands) expect(right).toBeLessThanOrEqual(1);
  });
});
