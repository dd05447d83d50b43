import { assign, loadSolver } from '@kopru/sdk/assign';
import { describe, expect, it } from 'vitest';
import { compareWithGreedy, summarise } from './assign.ts';
import { planGreedily } from './assign-greedy.ts';
import { createInstance } from './assign-instance.ts';

const solver = await loadSolver();
const small = { startups: 60, investors: 24, slots: 6, absent: 0.5, scattered: 0, tables: 0.6 };

describe('the demo days of the evaluation', () => {
  it('are the same for the same seed, and others for another', () => {
    const day = createInstance({ ...small, seed: 1 });
    expect(createInstance({ ...small, seed: 1 })).toEqual(day);
    expect(createInstance({ ...small, seed: 2 })).not.toEqual(day);
  });

  it('have as many absences and tables as they say', () => {
    const away = ({ startups, investors }: ReturnType<typeof createInstance>) =>
      [...startups, ...investors].filter(({ absent = [] }) => absent.length > 0).length;
    expect(away(createInstance({ ...small, absent: 0, seed: 1 }))).toBe(0);
    expect(away(createInstance({ ...small, absent: 1, seed: 1 }))).toBe(84);
    const nobody = createInstance({ ...small, absent: 0, scattered: 1, seed: 1 });
    for (const { absent } of nobody.startups) expect(absent).toEqual([0, 1, 2, 3, 4, 5]);
    expect(createInstance({ ...small, seed: 1 }).tables).toBe(14);
  });
});

describe('the greedy plan', () => {
  const people = (...ids: string[]) => ids.map((id) => ({ id, capacity: 1 }));
  const scores = [
    { startup: 'a', investor: 'x', score: 60 },
    { startup: 'a', investor: 'y', score: 59 },
    { startup: 'b', investor: 'x', score: 59 },
  ];
  const day = { startups: people('a', 'b'), investors: people('x', 'y'), slots: 1, scores };

  it('takes the best pair first, whatever it costs', async () => {
    expect(planGreedily(day)).toBe(60);
    expect((await assign({ ...day, solver })).value).toBe(118);
  });

  it('keeps tables, absences and blocked pairs', () => {
    expect(planGreedily({ ...day, tables: 0 })).toBe(0);
    expect(planGreedily({ ...day, investors: [{ id: 'x', capacity: 1, absent: [0] }, ...people('y')] })).toBe(59);
    expect(planGreedily({ ...day, blocked: [{ startup: 'a', investor: 'x' }] })).toBe(118);
    expect(planGreedily({ ...day, blocked: [{ startup: 'a', investor: 'x' }], tables: 1 })).toBe(59);
  });
});

describe('ours', () => {
  it('is within 2 % of the proven bound and not below the greedy plan', async () => {
    const results = [];
    for (const seed of [11, 12, 13]) results.push(await compareWithGreedy({ ...small, seed }, solver));
    for (const { ours, greedy, bound, gap } of results) {
      expect(ours).toBeGreaterThan(greedy);
      expect(ours).toBeLessThanOrEqual(bound + 1e-6);
      expect(gap).toBeLessThanOrEqual(0.02);
    }
    const { gap, ratio } = summarise(results);
    expect(gap).toBe(Math.max(...results.map((result) => result.gap)));
    expect(ratio).toBeGreaterThan(1);
  });
});
