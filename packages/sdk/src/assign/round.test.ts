import fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, it, test } from 'vitest';
import { fillRound, type RoundInput } from './round.ts';
import type { RoundConditions, RoundInvestor } from './round-model.ts';

const solver = await loadHighs();

const conditions: fc.Arbitrary<RoundConditions> = fc.record(
  {
    needsLead: fc.boolean(),
    maxInvestors: fc.integer({ min: 1, max: 4 }),
    minCountries: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: [] },
);

const small: fc.Arbitrary<RoundInput> = fc.record(
  {
    amount: fc.integer({ min: 50, max: 300 }),
    investors: fc
      .array(
        fc.record(
          {
            score: fc.integer({ min: 0, max: 100 }),
            min: fc.integer({ min: 1, max: 80 }),
            more: fc.integer({ min: 0, max: 120 }),
            country: fc.constantFrom('AZ', 'KZ', 'TR'),
            role: fc.constantFrom('lead' as const, 'follow' as const, 'either' as const),
            conditions,
          },
          { requiredKeys: ['score', 'min', 'more'] },
        ),
        { maxLength: 7 },
      )
      .map((all) => all.map(({ more, ...one }, i) => ({ ...one, id: `i${i}`, max: one.min + more }))),
    rules: conditions,
  },
  { requiredKeys: ['amount', 'investors'] },
);

/** Whether these take part together, by the conditions as they are written. */
function mayJoin(all: readonly RoundInvestor[], rules: RoundConditions): boolean {
  if (all.filter(({ role }) => role === 'lead').length > 1) return false;
  const countries = new Set(all.flatMap(({ country }) => country ?? [])).size;
  return [rules, ...all.map((one) => one.conditions ?? {})].every(
    ({ needsLead = false, maxInvestors = 99, minCountries = 0 }) =>
      (!needsLead || all.some(({ role }) => role !== 'follow')) &&
      all.length <= maxInvestors &&
      countries >= minCountries,
  );
}

/** The most that a set puts in, and what the money is worth at best. */
function worthOf(amount: number, all: readonly RoundInvestor[]): readonly [put: number, worth: number] {
  const put = Math.min(
    amount,
    all.reduce((sum, { max }) => sum + max, 0),
  );
  let rest = put - all.reduce((sum, { min }) => sum + min, 0);
  let worth = 0;
  for (const { score, min, max } of all.toSorted((a, b) => b.score - a.score)) {
    const more = Math.min(rest, max - min);
    worth += (min + more) * score;
    rest -= more;
  }
  return [put, worth];
}

/** The best of all sets: as much as can be filled, then the greatest worth. */
function bruteForce({ amount, investors, rules = {} }: RoundInput): readonly [put: number, worth: number] {
  let best: readonly [number, number] = [0, 0];
  for (let bits = 1; bits < 2 ** investors.length; bits++) {
    const all = investors.filter((_, i) => bits & (1 << i));
    if (!mayJoin(all, rules) || all.reduce((sum, { min }) => sum + min, 0) > amount) continue;
    const found = worthOf(amount, all);
    if (found[0] > best[0] || (found[0] === best[0] && found[1] > best[1])) best = found;
  }
  return best;
}

test('a round is filled as the best of all sets fills it, and every condition is kept', async () => {
  await fc.assert(
    fc.asyncProperty(small, async (input) => {
      const { investments, open, value, gap, stops } = await fillRound({ ...input, solver });
      const [put, worth] = bruteForce(input);
      expect([input.amount - open, value * put]).toEqual([put, expect.closeTo(worth, 4)]);
      expect(gap).toBe(0);
      const chosen = investments.map(({ id, amount }) => {
        const one = input.investors.find((investor) => investor.id === id) as RoundInvestor;
        expect(amount).toBeGreaterThanOrEqual(one.min);
        expect(amount).toBeLessThanOrEqual(one.max);
        return one;
      });
      if (chosen.length > 0) expect(mayJoin(chosen, input.rules ?? {})).toBe(true);
      expect(investments.reduce((sum, { amount }) => sum + amount, 0)).toBe(put);
      const leads = investments.filter((one) => one.leads).map(({ id }) => chosen.find((one) => one.id === id)?.role);
      expect(leads).toHaveLength(chosen.some(({ role }) => role !== 'follow') ? 1 : 0);
      if (chosen.some(({ role }) => role === 'lead')) expect(leads).toEqual(['lead']);
      if (open === 0) expect(stops).toEqual([]);
      for (const stop of stops) {
        const all = input.investors.reduce((sum, { max }) => sum + max, 0);
        expect(stop === 'money').toBe(all < input.amount);
      }
    }),
    { numRuns: 500 },
  );
});

describe('a round that cannot be filled', () => {
  const one = (id: string, more: Partial<RoundInvestor> = {}): RoundInvestor => ({
    id,
    score: 50,
    min: 40,
    max: 50,
    country: 'KZ',
    ...more,
  });
  const two = [one('a'), one('b')];

  it.each<[string, number, readonly RoundInvestor[], RoundConditions, number, readonly string[]]>([
    ['too little money', 120, two, {}, 20, ['money']],
    ['nobody', 120, [], {}, 120, ['money']],
    ['tickets that do not go into it', 60, two, {}, 10, ['tickets']],
    ['two who only lead', 100, two.map((of) => ({ ...of, role: 'lead' as const })), {}, 50, ['oneLead']],
    [
      'nobody who leads',
      100,
      two.map((of) => ({ ...of, role: 'follow' as const })),
      { needsLead: true },
      100,
      ['needsLead'],
    ],
    [
      'the wish of one for company of few',
      100,
      [one('a'), one('b', { conditions: { maxInvestors: 1 } })],
      {},
      50,
      ['maxInvestors'],
    ],
    ['too few countries', 100, two, { minCountries: 2 }, 100, ['minCountries']],
    ['two rules at once', 100, two, { minCountries: 2, maxInvestors: 1 }, 100, []],
  ])('is filled as far as it can, for want of: %s', async (_, amount, investors, rules, open, stops) => {
    expect(await fillRound({ amount, investors, rules, solver })).toMatchObject({ open, stops });
  });
});

it.each<[string, object, string]>([
  ['no amount', { amount: 0 }, '/amount'],
  ['an id given twice', { investors: [0, 1].map(() => ({ id: 'a', score: 1, min: 1, max: 1 })) }, '/investors/1/id'],
  ['a least above the most', { investors: [{ id: 'a', score: 1, min: 2, max: 1 }] }, '/investors/0/min'],
])('%s is refused with its path', async (_, change, path) => {
  const error = await fillRound({ amount: 1, investors: [], solver, ...change }).catch((reason) => reason);
  expect(error.issues).toEqual([expect.objectContaining({ path })]);
});
