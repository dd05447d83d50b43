import { scoreOf } from '@kopru/sdk/engine';
import { describe, expect, it } from 'vitest';
import { measureLearning } from './learn.ts';
import { readPool } from './learn-pool.ts';
import { regretOf } from './learn-simulate.ts';
import { createTestEmbedder } from './test-embedder.ts';

const pool = await readPool(createTestEmbedder());

describe('the simulated hubs', () => {
  it('are made of both sides of the demo, with the signals that the engine measured', () => {
    expect(new Set(pool.map(({ side }) => side))).toEqual(new Set(['startup', 'investor']));
    for (const { candidates } of pool) expect(candidates.length).toBeGreaterThanOrEqual(40);
  });

  it('regret nothing where the list is the best, and something where it is the worst', () => {
    const subject = pool[0]!;
    const truth = Object.fromEntries(
      ['startup', 'investor'].map((side) => [
        side,
        Object.fromEntries(subject.candidates[0]!.map(({ name, weights }) => [name, weights[side]])),
      ]),
    ) as unknown as Parameters<typeof regretOf>[2];
    const best = subject.candidates.toSorted((a, b) => scoreOf(b) - scoreOf(a));
    expect(regretOf(subject, best, truth)).toBeCloseTo(0, 12);
    expect(regretOf(subject, best.toReversed(), truth)).toBeGreaterThan(0.05);
  });

  it('regret less after answers than before', () => {
    const { regret, scenarios } = measureLearning(pool, [1], [0, 300], () => {});
    expect(regret.without[0]).toBe(regret.with[0]);
    expect(regret.without[1]).toBe(regret.without[0]);
    expect(regret.with[1]).toBeLessThan(0.9 * regret.without[1]!);
    // Where the defaults are right there is nothing to gain, and less may be lost than others have to gain.
    expect(scenarios['as the defaults']!.with[0]).toBe(0);
    expect(scenarios['as the defaults']!.with[1]).toBeLessThan(regret.without[1]! - regret.with[1]!);
  });

  it('come out the same for the same seed, and otherwise for another', () => {
    const [once, again, other] = [1, 1, 2].map((seed) => measureLearning(pool, [seed], [0, 10], () => {}).scenarios);
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
  });
});
