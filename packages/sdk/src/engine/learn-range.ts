/**
 * The weights that a side may have, each within its range and together 1, and the least of a
 * quadratic among them.
 *
 * @module
 */

/** The range of one weight, both ends included. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

const STEPS = 10_000;
const ENOUGH = 1e-12;
const SWEEPS = 2_000;

/**
 * Minimises ½ (w − at)ᵀ H (w − at) + gᵀ (w − at) over weights w within their ranges that have the sum of `at`:
 * exact exchanges between two weights, over all pairs in turn, until none gains (as in sequential
 * minimal optimisation, Platt 1998).
 *
 * @param at a point with the right sum and within the ranges, where the gradient is `gradient`.
 * @param hessian symmetric and positive definite.
 */
export function minimise(
  at: readonly number[],
  gradient: readonly number[],
  hessian: readonly (readonly number[])[],
  ranges: readonly Range[],
): number[] {
  const weights = [...at];
  const slope = [...gradient];
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let moved = 0;
    for (let i = 0; i < weights.length; i++) {
      for (let j = 0; j < i; j++) {
        const bend = hessian[i]![i]! + hessian[j]![j]! - 2 * hessian[i]![j]!;
        const wanted = (slope[j]! - slope[i]!) / bend;
        // `step` goes from j to i and may not push either out of its range.
        const step = Math.min(
          Math.max(wanted, ranges[i]!.least - weights[i]!, weights[j]! - ranges[j]!.most),
          ranges[i]!.most - weights[i]!,
          weights[j]! - ranges[j]!.least,
        );
        weights[i]! += step;
        weights[j]! -= step;
        for (let k = 0; k < slope.length; k++) slope[k]! += step * (hessian[k]![i]! - hessian[k]![j]!);
        moved = Math.max(moved, Math.abs(step));
      }
    }
    if (moved < ENOUGH) break;
  }
  return weights;
}

/**
 * A point within the ranges with sum 1, as near as the ranges allow to `target`, which itself has any sum.
 * @throws {RangeError} when the ranges hold no such point.
 */
export function nearestWithin(target: readonly number[], ranges: readonly Range[]): number[] {
  const least = ranges.reduce((sum, r) => sum + r.least, 0);
  const most = ranges.reduce((sum, r) => sum + r.most, 0);
  if (least > 1 + ENOUGH || most < 1 - ENOUGH) {
    throw new RangeError('the weights cannot sum to 1 within their ranges: too much or too little is frozen');
  }
  const share = most === least ? 0 : (1 - least) / (most - least);
  const start = ranges.map((r) => r.least + share * (r.most - r.least));
  const identity = target.map((_, i) => target.map((_, j) => (i === j ? 1 : 0)));
  const gradient = start.map((w, i) => w - target[i]!);
  return minimise(start, gradient, identity, ranges);
}

/**
 * The standard deviation of each weight of a normal belief with this precision, given that the sum
 * of the free weights is known; 0 for a weight that is not free.
 */
export function deviations(precision: readonly (readonly number[])[], free: readonly boolean[]): number[] {
  const indices = free.flatMap((isFree, k) => (isFree ? [k] : []));
  const inverse = invert(indices.map((k) => indices.map((l) => precision[k]![l]!)));
  const sums = inverse.map((row) => row.reduce((a, b) => a + b, 0));
  const total = sums.reduce((a, b) => a + b, 0);
  const result = free.map(() => 0);
  for (const [i, k] of indices.entries()) {
    result[k] = Math.sqrt(Math.max(0, inverse[i]![i]! - sums[i]! ** 2 / total));
  }
  return result;
}

/** The inverse of a symmetric positive definite matrix, by Gauss–Jordan elimination, which then needs no pivoting. */
function invert(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (const [i, row] of rows.entries()) {
    const pivot = row[i]!;
    for (let k = 0; k < row.length; k++) row[k]! /= pivot;
    for (const [j, other] of rows.entries()) {
      const factor = other[i]!;
      if (j !== i) for (let k = 0; k < row.length; k++) other[k]! -= factor * row[k]!;
    }
  }
  return rows.map((row) => row.slice(size));
}

/** The same weights in steps of 0.0001 whose sum is exactly that of the steps of 1: the largest remainders go up. */
export function inSteps(weights: readonly number[]): number[] {
  const floors = weights.map((w) => Math.floor(w * STEPS + 1e-6));
  const missing = STEPS - floors.reduce((a, b) => a + b, 0);
  const order = weights
    .map((w, i) => ({ i, rest: w * STEPS - floors[i]! }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, missing)) floors[i]! += 1;
  return floors.map((steps) => steps / STEPS);
}
