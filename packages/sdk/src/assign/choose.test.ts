import fc from 'fast-check';
import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { choose } from './choose.ts';
import { readMarket } from './market.ts';

const solver = await loadHighs();

/** A market so dense that the first model holds only a part of its pairs. */
const dense = fc.record({
  capacities: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 60, maxLength: 60 }),
  tables: fc.integer({ min: 1, max: 12 }),
  seed: fc.nat(1000),
});

function marketOf({ capacities, tables, seed }: { capacities: number[]; tables: number; seed: number }) {
  const side = (letter: string, from: number) =>
    capacities.slice(from, from + 30).map((capacity, i) => ({ id: `${letter}${i}`, capacity }));
  const [startups, investors] = [side('s', 0), side('i', 30)];
  const scores = startups.flatMap(({ id: startup }, i) =>
    investors.map(({ id: investor }, j) => ({
      startup,
      investor,
      // Everybody wants the same few, so that the best pairs of each are far too many for them.
      score: ((30 - i) * (30 - j)) / 9 - ((i * 7 + j * 13 + seed) % 10) / 10,
    })),
  );
  return readMarket({ startups, investors, slots: 3, tables, scores: scores.filter(({ score }) => score > 0) });
}

test('whole pairs are worth the bound, and the bound is that of the model of all pairs', () => {
  fc.assert(
    fc.property(dense, (input) => {
      const market = marketOf(input);
      const { chosen, bound } = choose(market, solver);
      const value = chosen.reduce((sum, pair) => sum + market.pairs[pair]!.score, 0);
      expect(value).toBeCloseTo(bound, 4);

      const columns = market.pairs.map((pair, i) => ({ ...pair, name: `x${i}` }));
      const row = (of: (c: (typeof columns)[number]) => boolean, limit: number) => {
        const names = columns.filter(of).map(({ name }) => name);
        return names.length > 0 ? [`${names.join(' + ')} <= ${limit}`] : [];
      };
      const rows = [
        ...market.capacity.flatMap((limit, person) => row((c) => c.startup === person || c.investor === person, limit)),
        ...row(
          () => true,
          market.tables.reduce((sum, n) => sum + n, 0),
        ),
      ];
      const text = `Maximize\n obj: ${columns.map(({ score, name }) => `${score} ${name}`).join(' + ')}\nSubject To\n ${rows.join('\n ')}\nBounds\n ${columns.map(({ name }) => `${name} <= 1`).join('\n ')}\nEnd`;
      expect(solver.solve(text, { output_flag: false }).ObjectiveValue).toBeCloseTo(bound, 4);
    }),
    { numRuns: 15 },
  );
});

test('a plan that holds a pair is worth at most the bound less its shortfall', () => {
  fc.assert(
    fc.property(dense, fc.nat(899), (input, at) => {
      const market = marketOf(input);
      const { bound, shortfall } = choose(market, solver);
      const pair = at % market.pairs.length;
      const { startup, investor, score } = market.pairs[pair]!;
      const [a, b] = [market.capacity[startup]!, market.capacity[investor]!];
      fc.pre(a > 0 && b > 0);
      // The best choice with the pair: its score, and the best of the others with one place less for both.
      const without = {
        ...market,
        pairs: market.pairs.filter((_, i) => i !== pair),
        capacity: market.capacity.map((n, person) => (person === startup || person === investor ? n - 1 : n)),
        tables: market.tables.map((n, slot) => (slot === 0 ? n - 1 : n)),
      };
      expect(score + choose(without, solver).bound).toBeLessThanOrEqual(bound - shortfall[pair]! + 1e-4);
    }),
    { numRuns: 30 },
  );
});
