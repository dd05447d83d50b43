import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averagePrecision, mean, ndcgAt, precisionAt, rank, recallAt, reciprocalRank } from './ranking.ts';

const METRICS = {
  averagePrecision,
  reciprocalRank,
  precisionAt3: (ranked: readonly boolean[]) => precisionAt(3, ranked),
  recallAt10: (ranked: readonly boolean[]) => recallAt(10, ranked),
  ndcgAt10: (ranked: readonly boolean[]) => ndcgAt(10, ranked),
};

const relevance = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 });
const someRelevance = relevance.filter((r) => r.includes(true));
const scores = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 40 });

describe('a ranking with right answers at ranks 2 and 4 of five', () => {
  const ranked = [false, true, false, true, false];

  it('has average precision (1/2 + 2/4) / 2', () => expect(averagePrecision(ranked)).toBe(0.5));
  it('has reciprocal rank 1/2', () => expect(reciprocalRank(ranked)).toBe(0.5));
  it('has precision 1/3 at 3', () => expect(precisionAt(3, ranked)).toBeCloseTo(1 / 3, 12));
  it('has recall 1/2 at 3', () => expect(recallAt(3, ranked)).toBe(0.5));
  it('has nDCG (1/log2 3 + 1/log2 5) / (1 + 1/log2 3) at 10', () => {
    expect(ndcgAt(10, ranked)).toBeCloseTo((0.6309297536 + 0.4306765581) / (1 + 0.6309297536), 9);
  });
  it('has nDCG (1/log2 3) / (1 + 1/log2 3) at 3, for the second answer comes too late', () => {
    expect(ndcgAt(3, ranked)).toBeCloseTo(0.6309297536 / 1.6309297536, 9);
  });
});

describe('every metric', () => {
  it.each(Object.entries(METRICS))('%s lies in [0, 1]', (_, metric) => {
    fc.assert(fc.property(relevance, (r) => metric(r) >= 0 && metric(r) <= 1 + 1e-12));
  });

  it.each(Object.entries(METRICS))('%s is 0 when nothing right is there', (_, metric) => {
    expect(metric([false, false, false])).toBe(0);
    expect(metric([])).toBe(0);
  });

  it.each(Object.entries(METRICS))('%s never falls when a right answer moves one rank up', (_, metric) => {
    fc.assert(
      fc.property(someRelevance, fc.nat(), (r, pick) => {
        const from = 1 + (pick % r.length);
        if (!r[from] || r[from - 1]) return;
        const better = r.with(from - 1, true).with(from, false);
        expect(metric(better)).toBeGreaterThanOrEqual(metric(r) - 1e-12);
      }),
    );
  });
});

describe('a perfect ranking', () => {
  const perfect = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.nat(20));
  const ranking = ([right, wrong]: [number, number]) => [...Array(right).fill(true), ...Array(wrong).fill(false)];

  it('has average precision, reciprocal rank and nDCG of 1', () => {
    fc.assert(
      fc.property(perfect, (sizes) => {
        const ranked = ranking(sizes);
        expect(averagePrecision(ranked)).toBeCloseTo(1, 12);
        expect(reciprocalRank(ranked)).toBe(1);
        expect(ndcgAt(10, ranked)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('has precision of min(right answers, k) / k', () => {
    fc.assert(
      fc.property(perfect, (sizes) => {
        expect(precisionAt(3, ranking(sizes))).toBeCloseTo(Math.min(sizes[0], 3) / 3, 12);
      }),
    );
  });
});

describe('average precision', () => {
  it('counts right answers that come last, and not the wrong ones after them', () => {
    fc.assert(
      fc.property(someRelevance, fc.nat(10), (r, tail) => {
        expect(averagePrecision([...r, ...Array(tail).fill(false)])).toBeCloseTo(averagePrecision(r), 12);
      }),
    );
    expect(averagePrecision([true, false, false, true])).toBe((1 + 2 / 4) / 2);
  });
});

describe('rank', () => {
  it('puts the highest score first', () => expect(rank([0.1, 0.9, 0.5])).toEqual([1, 2, 0]));
  it('keeps the order of the candidates among equal scores', () =>
    expect(rank([1, 2, 1, 2, 1])).toEqual([1, 3, 0, 2, 4]));

  it('names every candidate once, with scores that never rise', () => {
    fc.assert(
      fc.property(scores, (s) => {
        const order = rank(s);
        expect(order.toSorted((a, b) => a - b)).toEqual(s.map((_, i) => i));
        for (const [i, c] of order.slice(1).entries())
          expect(s[c]).toBeLessThanOrEqual(s[order[i] as number] as number);
      }),
    );
  });

  it('is the same when every score is scaled and moved', () => {
    fc.assert(
      fc.property(scores, (s) => {
        expect(rank(s.map((x) => 4 * x + 2))).toEqual(rank(s));
      }),
    );
  });

  it('refuses a score that is no number', () => {
    expect(() => rank([1, Number.NaN])).toThrow('score 1 is NaN, not a finite number');
  });
});

describe('mean', () => {
  it('is 0 of nothing', () => expect(mean([])).toBe(0));
  it('is the sum over the count', () => expect(mean([1, 2, 6])).toBe(3));
});
