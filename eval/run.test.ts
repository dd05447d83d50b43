import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const RUN = fileURLToPath(new URL('run.ts', import.meta.url));
const TINY = fileURLToPath(new URL('fixtures/tiny.tsv', import.meta.url));

function evaluate(...args: string[]) {
  return spawnSync(process.execPath, ['--conditions=@kopru/source', RUN, ...args], { encoding: 'utf8' });
}

describe('the command line', () => {
  it('measures the embedded model on a file: one JSON object on stdout, progress on stderr', () => {
    const { stdout, stderr, status } = evaluate('pairs', TINY, '--baselines');
    expect(stderr).toContain('theses: 3, startups: 4, topics with both: 3');
    expect(stderr).toContain('embedded 7/7 texts');
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    const report = JSON.parse(stdout);
    // Three theses, each in another language than its startup: the model finds all, words alone do not.
    expect(report).toMatchObject({
      map: 1,
      mrr: 1,
      ndcg10: 1,
      byLang: { en: 1, ru: 1, uz: 1 },
      queries: 3,
      candidates: 4,
    });
    expect(report.topics).toEqual({ complete: 3, withoutStartup: 1, withoutThesis: 1 });
    expect(report.baselines.minisearch.map).toBeLessThan(1);
    expect(report.baselines.tfidf.map).toBeLessThan(1);
  });

  it.each([
    ['no name', [], 'Name an evaluation. There are:\n  pairs FILE.tsv'],
    ['an unknown name', ['paris'], 'Unknown evaluation "paris". There are:\n  pairs FILE.tsv'],
    ['no file', ['pairs'], 'expected 1 positional argument(s), got 0\nUsage: npm run eval -- pairs FILE.tsv'],
    ['a file that is not there', ['pairs', 'no-such.tsv'], 'cannot read'],
    ['an unknown option', ['pairs', TINY, '--baseline'], "Unknown option '--baseline'"],
    ['no split', ['corpus'], '--split must be one of dev, test\nUsage: npm run eval -- corpus --split dev|test'],
    ['an unknown split', ['corpus', '--split', 'train'], '--split must be one of dev, test'],
    ['a file with mistakes', ['pairs', RUN], 'run.ts:1: column "topic": is missing'],
  ])('answers %s with exit code 2, the reason on stderr and nothing on stdout', (_, args, reason) => {
    const { stdout, stderr, status } = evaluate(...args);
    expect(stderr).toContain(reason);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});
