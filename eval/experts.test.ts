import { describe, expect, it } from 'vitest';
import { EXPERT_GATES, readGateCases, readTopicTexts } from './expert-cases.ts';
import { mistakesIn } from './experts.ts';

const cases = await readGateCases();

describe('the cases of teams and experts', () => {
  it('are decided by the engine as by the officer, in at least 60 cases', () => {
    expect(cases.flatMap(mistakesIn)).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });

  it('try each gate in each of its answers', () => {
    for (const i of EXPERT_GATES.keys())
      expect(new Set(cases.map(({ gates }) => gates[i]))).toEqual(new Set(['pass', 'unknown', 'fail']));
  });

  it('tell a case that is decided otherwise', () => {
    const [first] = cases;
    expect(mistakesIn({ ...first!, reasons: ['pair.different'] })).toHaveLength(1);
  });

  it('have for each team two experts, in other languages than its own', async () => {
    const texts = await readTopicTexts();
    for (const [topic, some] of Map.groupBy(texts, ({ topic }) => topic)) {
      expect(
        some.map(({ kind }) => kind),
        topic,
      ).toEqual(['team', 'expert', 'expert']);
      expect(new Set(some.map(({ lang }) => lang)).size, topic).toBe(3);
    }
  });
});
