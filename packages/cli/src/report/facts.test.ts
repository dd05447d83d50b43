import { describe, expect, test } from 'vitest';
import { matchRunOf, profileFile } from '../../test/match-run.ts';
import type { RowIssue } from '../profiles/profile-file.ts';
import { attentionOf } from './attention.ts';
import { bar, shadeOf } from './chart.ts';
import { corridorsOf } from './corridors.ts';
import { overviewOf } from './overview.ts';
import { topPairs } from './pairs.ts';
import { columnQuality, fileQuality } from './quality.ts';
import { scoreRanges } from './scores.ts';
import { fieldCounts } from './sectors.ts';
import { wordsOf } from './words.ts';

const issue = (severity: RowIssue['severity'], line: number, column?: string): RowIssue => ({
  severity,
  file: 'startups.csv',
  line,
  rule: 'amount',
  message: 'cannot be read',
  ...(column !== undefined && { column }),
});

const startups = profileFile(
  'startup',
  [
    { id: 'water', pitch: 'Sulama suyunu ölçen sensörler', country: 'TR', sectors: ['irrigation', 'water_supply'] },
    { id: 'soil', pitch: 'Sulama suyunu ölçen zondlar', country: 'TR', sectors: ['irrigation'], stage: 'seed' },
    { id: 'lost', pitch: 'Oyun', country: 'HU', stage: 'growth' },
    { id: 'silent', pitch: 'Sulama suyu', consent: { matching: false } },
  ],
  [issue('error', 9), issue('error', 9, 'Ad'), issue('warning', 3, 'Tutar'), issue('warning', 4, 'Tutar')],
);
const investors = profileFile('investor', [
  { id: 'az', thesis: 'Sulama suyunu ölçen sensörler', country: 'AZ', sectors: ['agrifood'], stages: ['seed'] },
  { id: 'none', thesis: 'Madencilik', stages: ['idea'], country: 'KZ' },
]);
const run = () => matchRunOf(startups, investors);

describe('what the report tells', () => {
  test('the numbers that matter', async () => {
    expect(overviewOf(await run())).toMatchObject({
      startups: 3,
      investors: 2,
      countries: 4,
      // water with both, soil with the one that funds its stage
      allowed: 3,
      unmatched: 1,
      unmatchedMostOften: 'stage',
      located: 2,
      acrossBorders: 2,
    });
  });

  test('the median of an even number of best scores lies between the two in the middle', async () => {
    const told = await run();
    const [a, b] = topPairs(told).map(({ match }) => match.score) as [number, number];
    expect(overviewOf(told).medianBest).toBeCloseTo((a + b) / 2);
  });

  test('a smallest score that nobody reaches is told as the reason where no limit refused', async () => {
    const [some, others] = [startups, investors].map((file) => ({ ...file, rows: file.rows.slice(0, 1) }));
    if (!some || !others) throw new Error('no files');
    const high = await matchRunOf(some, others, { limit: 10, minScore: 100 });
    expect(overviewOf(high)).toMatchObject({ unmatched: 1, unmatchedMostOften: 'score', strong: 0 });
    expect(overviewOf(high).medianBest).toBeUndefined();
  });

  test('the corridors from each country of startups to those of their best matches', async () => {
    const { from, to, count } = corridorsOf(await run());
    expect([from, to, count('TR', 'AZ'), count('AZ', 'TR')]).toEqual([['TR'], ['AZ'], 2, 0]);
  });

  test('rare countries share a row, and unstated ones have one of their own', async () => {
    const codes = ['AZ', 'TR', 'KZ', 'KG', 'UZ', 'TM', 'HU', 'RU', 'DE', 'FR', 'GB', 'AZ', undefined];
    const many = profileFile(
      'startup',
      codes.map((country, i) => ({ id: `s${i}`, pitch: 'Sulama', ...(country && { country }) })),
    );
    const { from, count } = corridorsOf(await matchRunOf(many, profileFile('investor', [{ id: 'i', thesis: 'Su' }])));
    expect(from).toEqual(['AZ', 'DE', 'FR', 'GB', 'HU', 'KG', 'KZ', 'RU', 'TM', 'TR', 'other', 'unknown']);
    expect([count('AZ', 'unknown'), count('other', 'unknown'), count('unknown', 'unknown')]).toEqual([2, 1, 1]);
  });

  test('the best scores by tens; 100 is in the highest', () => {
    const counts = scoreRanges([100, 90, 89.9, 0]).map(({ count }) => count);
    expect(counts).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  test('supply and demand by field, each profile once in a field', async () => {
    expect(fieldCounts(await run())).toEqual([
      { field: 'agrifood', startups: 2, investors: 1 },
      { field: 'environment', startups: 1, investors: 0 },
    ]);
  });

  test('in how many lists each investor stands', async () => {
    const { ranked, places, ofTenth } = attentionOf(await run());
    expect(ranked.map(({ investor, lists }) => [investor.profile.id, lists])).toEqual([
      ['az', 2],
      ['none', 1],
    ]);
    expect([places, ofTenth]).toEqual([3, 2]);
  });

  test('what became of the rows and cells of a file', async () => {
    const { files } = await run();
    expect(fileQuality(files.startup)).toEqual({
      name: 'startups.csv',
      rows: 5,
      matched: 3,
      leftOut: 1,
      unshown: 1,
      unread: 2,
    });
    expect(columnQuality(files.startup)).toEqual([{ file: 'startups.csv', column: 'Tutar', cells: 2, lines: [3, 4] }]);
  });
});

describe('what is drawn and said', () => {
  test('a share that is not none is never told as none, and one that is not all never as all', async () => {
    const { share } = await wordsOf('en');
    expect([share(0, 9), share(1, 1000), share(1, 3), share(999, 1000), share(9, 9), share(0, 0)]).toEqual([
      '0%',
      '<\u00a01%',
      '33%',
      '>\u00a099%',
      '100%',
      '0%',
    ]);
  });

  test('a bar is as long as its value is of the most, and nothing where there is no most', () => {
    expect(String(bar(1, 4))).toContain('class="fill" width="25"');
    expect(String(bar(0, 0))).toContain('class="fill" width="0"');
  });

  test('a share has the darker shade the larger it is', () => {
    expect([0, 0.01, 0.07, 0.15, 0.3, 0.4, 1].map(shadeOf)).toEqual([0, 1, 2, 3, 4, 5, 5]);
  });
});
