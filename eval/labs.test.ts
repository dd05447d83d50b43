import { expect, test } from 'vitest';
import { LAB_GATES, readLabCases } from './lab-cases.ts';
import { labMistakesIn } from './labs.ts';
import { decideNeeds } from './needs.ts';

const cases = await readLabCases();

test('tests and laboratories are decided by the engine as by the officer, in at least 60 cases', () => {
  expect(cases.flatMap(labMistakesIn)).toEqual([]);
  expect(cases.length).toBeGreaterThanOrEqual(60);
});

test('the cases try each gate in each of its answers, and tell one that is decided otherwise', () => {
  for (const i of LAB_GATES.keys())
    expect(new Set(cases.map(({ gates }) => gates[i]))).toEqual(new Set(['pass', 'unknown', 'fail']));
  const [first] = cases;
  expect(labMistakesIn({ ...first!, gates: [] })).toHaveLength(1);
});

test('startups and needs are decided by the engine as by the officer, in at least 60 cases', async () => {
  const { cases: count, mistakes } = await decideNeeds();
  expect(mistakes).toEqual([]);
  expect(count).toBeGreaterThanOrEqual(60);
});
