import { describe, expect, it } from 'vitest';
import { mistakesIn, summarise } from './funds.ts';
import { readFundCases } from './mandate-cases.ts';

const cases = await readFundCases();

describe('the cases of funds', () => {
  it('are decided by the engine as by the officer, in at least 60 cases', () => {
    expect(cases.flatMap(mistakesIn)).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });

  it('try each gate in each of its answers, and synergies that are there and that are not', () => {
    const { ticket, portfolio, synergy } = summarise(cases, 0).byMark;
    for (const count of [...ticket!, ...portfolio!, ...synergy!.slice(0, 2)]) expect(count).toBeGreaterThanOrEqual(8);
  });

  it('are told wrong when an expectation is', () => {
    const [first] = cases;
    expect(mistakesIn({ ...first!, company: 'Alma' })).toHaveLength(1);
    expect(mistakesIn({ ...first!, gates: { ...first!.gates, portfolio: 'fail' } })).toHaveLength(1);
  });
});
