import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeExposure, type Market } from './exposure.ts';

/** A market from its table of scores; `null` where a pair is not eligible. */
function marketOf(table: readonly (readonly (number | null)[])[]): Market {
  const pairs = table.flatMap((row, left) =>
    row.flatMap((score, right) => (score === null ? [] : [{ left, right, score }])),
  );
  return {
    left: table.length,
    right: table[0]?.length ?? 0,
    pairs: {
      left: Uint32Array.from(pairs, ({ left }) => left),
      right: Uint32Array.from(pairs, ({ right }) => right),
      score: Float32Array.from(pairs, ({ score }) => score),
    },
  };
}

const table = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) =>
  fc.array(
    fc.array(fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { freq: 4 }), {
      minLength: columns,
      maxLength: columns,
    }),
    { minLength: rows, maxLength: rows },
  ),
);

const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);

describe('exposure prices', () => {
  test('are finite, whoever can be paired with whom, and their mean is 0', () => {
    fc.assert(
      fc.property(table, (scores) => {
        const { left, right } = computeExposure(marketOf(scores));
        for (const side of [left, right]) {
          expect([...side].every(Number.isFinite)).toBe(true);
          expect(mean([...side])).toBeCloseTo(0, 6);
        }
      }),
    );
  });

  test('are the same for the same market, in whatever order its pairs come', () => {
    fc.assert(
      fc.property(table, (scores) => {
        const market = marketOf(scores);
        const { left, right, score } = market.pairs;
        const turned = { left: left.toReversed(), right: right.toReversed(), score: score.toReversed() };
        const [one, other] = [computeExposure(market), computeExposure({ ...market, pairs: turned })];
        expect(computeExposure(market)).toEqual(one);
        for (const [i, price] of one.left.entries()) expect(other.left[i]).toBeCloseTo(price, 6);
        for (const [i, price] of one.right.entries()) expect(other.right[i]).toBeCloseTo(price, 6);
      }),
    );
  });

  test('hardly change when the sides change places: only the softness of the sums tells them apart', () => {
    const scores = [
      [80, 60, 10],
      [75, 20, 30],
    ];
    const turned = [0, 1, 2].map((j) => scores.map((row) => row[j] as number));
    const [one, other] = [computeExposure(marketOf(scores)), computeExposure(marketOf(turned))];
    for (const [i, price] of one.left.entries()) expect(other.right[i]).toBeCloseTo(price, 0);
  });

  test('are highest for whom all want', () => {
    const { right } = computeExposure(
      marketOf([
        [90, 60, 50],
        [92, 55, 58],
        [88, 62, 40],
      ]),
    );
    expect(right[0]).toBeGreaterThan(Math.max(right[1] as number, right[2] as number));
  });

  test('let each see another one first where all prefer the same, and be seen first in turn', () => {
    const scores = [
      [90, 80, 60],
      [88, 84, 60],
      [86, 70, 66],
    ];
    const { left, right } = computeExposure(marketOf(scores));
    const first = (values: readonly number[]) => values.indexOf(Math.max(...values));
    expect(scores.map((row) => first(row.map((s, j) => s - (right[j] as number))))).toEqual([0, 1, 2]);
    expect([0, 1, 2].map((j) => first(scores.map((row, i) => (row[j] as number) - (left[i] as number))))).toEqual([
      0, 1, 2,
    ]);
  });

  test('share out the places evenly among each of a side', () => {
    const scores = [
      [90, 80, 85, 60, 70],
      [88, 84, 70, 70, 75],
      [86, 60, 62, 66, 72],
    ];
    const places = 2;
    const { left, right } = computeExposure(marketOf(scores), {
      temperature: 5,
      places,
      strictness: 0.9999,
      tolerance: 1e-9,
      mostSteps: 20_000,
    });
    // The prices leave open how much attention there is in all: as much as gives the smaller side its places.
    const attention = (level: number) =>
      scores.map((row, i) =>
        row.map((s, j) => 1 / (1 + Math.exp((level + (left[i] as number) + (right[j] as number) - s) / 5))),
      );
    const total = (table: readonly (readonly number[])[]) => table.flat().reduce((a, b) => a + b, 0);
    let [low, high] = [0, 200];
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2;
      if (total(attention(middle)) > 3 * places) low = middle;
      else high = middle;
    }
    const table = attention(low);
    for (const row of table) expect(total([row])).toBeCloseTo(places, 2);
    for (const j of [0, 1, 2, 3, 4]) expect(total([table.map((row) => row[j] as number)])).toBeCloseTo(6 / 5, 2);
  });

  test('are no larger than they must be for who has one possible partner', () => {
    const { left } = computeExposure(
      marketOf([
        [60, null, null, null],
        [60, 60, 60, 60],
        [60, 60, 60, 60],
        [60, 60, 60, 60],
      ]),
    );
    expect(Math.max(...left.map(Math.abs))).toBeLessThan(10);
  });

  test('cost nothing where nobody can be paired', () => {
    expect(
      computeExposure(
        marketOf([
          [null, 50],
          [null, 60],
        ]),
      ).right[0],
    ).toBe(0);
    expect(computeExposure(marketOf([[null]]))).toEqual({ left: Float64Array.of(0), right: Float64Array.of(0) });
  });

  test('are refused for a pair of nobody and a score that is no number', () => {
    const market = marketOf([[50]]);
    expect(() => computeExposure({ ...market, left: 0 })).toThrow(RangeError);
    expect(() =>
      computeExposure({ ...market, pairs: { ...market.pairs, score: Float32Array.of(Number.NaN) } }),
    ).toThrow(RangeError);
  });
});
