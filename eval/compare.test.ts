import { describe, expect, it } from 'vitest';
import { compare } from './compare.ts';
import { createTestEmbedder } from './test-embedder.ts';
import { parsePairs } from './texts.ts';

const HEADER = 'topic\tkind\tlang\ttext';
const ROWS = [
  'soil\tstartup\ten\tsoil probes for irrigation',
  'soil\tthesis\ttr\tprobes in soil',
  'wine\tstartup\ten\twine cellar sensors',
  'wine\tthesis\tru\tsensors for a wine cellar',
];

function run(rows: readonly string[], baselines = true) {
  const lines: string[] = [];
  const texts = parsePairs('mine.tsv', new TextEncoder().encode([HEADER, ...rows].join('\n')));
  const context = {
    createEmbedder: async () => createTestEmbedder(),
    progress: (line: string) => void lines.push(line),
  };
  return { lines, report: compare('mine.tsv', texts, { baselines }, context) };
}

describe('the comparison of our embedder with the baselines', () => {
  it('has figures of one shape for all, and ours divided by theirs', async () => {
    const report = await run(ROWS).report;
    expect(report).toMatchObject({ model: 'test-trigrams@1', queries: 2, candidates: 2, map: 1, mrr: 1, ndcg10: 1 });
    expect(report.p3).toBeCloseTo(1 / 3, 5);
    const shape = ['map', 'mrr', 'p3', 'ndcg10', 'byLang'];
    expect(Object.keys(report).slice(0, 5)).toEqual(shape);
    expect(Object.keys(report.baselines ?? {})).toEqual(['minisearch', 'tfidf']);
    for (const figures of Object.values(report.baselines ?? {})) expect(Object.keys(figures)).toEqual(shape);
    expect(report.ratios?.tfidf).toEqual({ map: 1, mrr: 1, p3: 1, ndcg10: 1 });
    expect(report.byLang).toEqual({ tr: 1, ru: 1 });
  });

  it('measures only ours when no baselines are asked for', async () => {
    const report = await run(ROWS, false).report;
    expect(report).not.toHaveProperty('baselines');
    expect(report).not.toHaveProperty('ratios');
  });

  it('has no ratio to a baseline that found nothing', async () => {
    const far = ['a', 'b', 'c', 'd'].map((t) => `${t}\tstartup\ten\tsoil ${t}${t}${t}`);
    const { ratios, baselines } = await run([...far, 'd\tthesis\ten\tqqq']).report;
    expect(baselines?.minisearch).toMatchObject({ p3: 0, mrr: 0.25 });
    expect(ratios?.minisearch?.p3).toBeNull();
  });

  it('says what was left out', async () => {
    const { lines, report } = run([
      ...ROWS,
      'port\tthesis\taz\tports',
      'silk\tstartup\ten\tsilk',
      'silo\tstartup\ten\tsilo',
    ]);
    expect((await report).topics).toEqual({ complete: 2, withoutStartup: 1, withoutThesis: 2 });
    expect(lines).toContain('topics without a startup, whose theses are left out: 1');
    expect(lines).toContain('topics without a thesis, whose startups no thesis seeks: 2');
  });

  it('refuses a file in which nothing can be found', async () => {
    await expect(run([ROWS[0] as string, ROWS[3] as string]).report).rejects.toThrow(
      'mine.tsv:1: no topic has both a thesis and a startup',
    );
  });

  it('names the line of a text that the model cannot read', async () => {
    await expect(run([...ROWS, 'wine\tthesis\ten\t\u200b']).report).rejects.toThrow(
      'mine.tsv:6: column "text": has nothing that the model could read',
    );
  });
});
