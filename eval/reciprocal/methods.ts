import { computeExposure, rerank } from '@kopru/sdk/engine';
import { examine, type Lists } from './measure.ts';
import { type Preferences, type ReciprocalMarket, transpose } from './simulate.ts';

/** Each method gives every profile of both sides an order of all of the other side. */
export type Method = (market: ReciprocalMarket) => Lists;

/** A list by falling value; equal values keep the order of the other side, which is that of popularity. */
function byValue({ rows, columns, values }: Preferences) {
  return examine(rows, columns, (i) => {
    const row = values.subarray(i * columns, (i + 1) * columns);
    return row.map((_, j) => j).sort((a, b) => (row[b] as number) - (row[a] as number) || a - b);
  });
}

/** Both sides ordered by one number for each pair. */
const byPair = (values: Preferences): Lists => ({ left: byValue(values), right: byValue(transpose(values)) });

function combine({ left, right }: ReciprocalMarket, f: (mine: number, theirs: number) => number): Preferences {
  const theirs = transpose(right).values;
  return { ...left, values: left.values.map((mine, k) => f(mine, theirs[k] as number)) };
}

/** Each by its own preference. */
export const ownPreference: Method = ({ left, right }) => ({ left: byValue(left), right: byValue(right) });

/** Each by the product of both preferences. */
export const bothPreferences: Method = (market) => byPair(combine(market, (p, q) => p * q));

/**
 * Matching with transferable utility by iterative proportional fitting (Tomita, Togashi, Hashizume &
 * Ohsaka, RecSys 2023) with β = 1 as in the authors' code: both sides ordered by the matching
 * μᵢⱼ = exp((pᵢⱼ + qⱼᵢ) / 2β) aᵢ bⱼ, where aᵢ² and bⱼ² are what stays unmatched of each.
 */
export const transferable: Method = (market) => {
  const kernel = combine(market, (p, q) => Math.exp((p + q) / 2));
  const turned = transpose(kernel);
  const a = new Float64Array(kernel.rows).fill(1);
  const b = new Float64Array(kernel.columns).fill(1);
  let change = 1;
  while (change > 1e-9) change = Math.max(balance(a, kernel, b), balance(b, turned, a));
  return byPair({
    ...kernel,
    values: kernel.values.map(
      (k, at) => k * (a[Math.floor(at / kernel.columns)] as number) * (b[at % kernel.columns] as number),
    ),
  });
};

/** Solves x² + x · (kernel · other) = 1 for each of a side. @returns the largest change. */
function balance(own: Float64Array, kernel: Preferences, other: Float64Array): number {
  let change = 0;
  for (let i = 0; i < own.length; i++) {
    let half = 0;
    for (let j = 0; j < other.length; j++)
      half += (kernel.values[i * other.length + j] as number) * (other[j] as number);
    half /= 2;
    const next = Math.sqrt(1 + half * half) - half;
    change = Math.max(change, Math.abs(next - (own[i] as number)));
    own[i] = next;
  }
  return change;
}

/** Ours: score 100 · √(p q), exposure prices of the whole market, and the rerank of every Köprü list. */
export const ours =
  (fairness: number): Method =>
  (market) => {
    const scores = combine(market, (p, q) => 100 * Math.sqrt(p * q));
    const { rows, columns, values } = scores;
    const prices = computeExposure({
      left: rows,
      right: columns,
      pairs: {
        left: Uint32Array.from(values, (_, k) => Math.floor(k / columns)),
        right: Uint32Array.from(values, (_, k) => k % columns),
        score: Float32Array.from(values),
      },
    });
    return {
      left: reranked(scores, prices.right, fairness),
      right: reranked(transpose(scores), prices.left, fairness),
    };
  };

function reranked({ rows, columns, values }: Preferences, prices: Float64Array, fairness: number) {
  const byId = new Map(Array.from(prices, (price, j) => [String(j), price]));
  return examine(rows, columns, (i) => {
    const ranked = Array.from(prices, (_, j) => ({
      id: String(j),
      j,
      score: values[i * columns + j] as number,
      windows: [],
    }));
    ranked.sort((a, b) => b.score - a.score);
    return rerank(ranked, columns, { diversity: 0, fairness, prices: byId }).map(({ j }) => j);
  });
}
