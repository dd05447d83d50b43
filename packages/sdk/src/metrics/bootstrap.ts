/**
 * How far a figure would move with other topics: the percentile bootstrap (Efron & Tibshirani, *An
 * Introduction to the Bootstrap*, 1993, chapter 13).
 *
 * @module
 */

/** A figure with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  /** How many samples are drawn, 1 or more. @default 1000 */
  readonly resamples?: number | undefined;
  /** Another whole number draws other samples; the same one the same on every machine. @default 1 */
  readonly seed?: number | undefined;
}

/**
 * A figure with its 95 % interval: the range of the middle 95 % of its values over samples of the units.
 *
 * @param units how many units (topics) the sample has; they are drawn with replacement.
 * @param statistic the figure, when each unit counts this many times.
 * @throws {RangeError} on a number of samples that is none.
 */
export function bootstrap(
  units: number,
  statistic: (times: ArrayLike<number>) => number,
  { resamples = 1000, seed = 1 }: BootstrapOptions = {},
): Estimate {
  if (!Number.isInteger(resamples) || resamples < 1)
    throw new RangeError(`resamples must be a whole number from 1, not ${resamples}`);
  const random = createRandom(seed);
  const times = new Uint16Array(units);
  const values = Array.from({ length: resamples }, () => {
    times.fill(0);
    for (let i = 0; i < units; i++) times[Math.floor(random() * units)]!++;
    return statistic(times);
  }).sort((a, b) => a - b);
  const at = (share: number) => values[Math.round(share * (resamples - 1))] as number;
  return { value: statistic(new Uint16Array(units).fill(1)), low: at(0.025), high: at(0.975) };
}

/** `0.465 [0.421, 0.508]` */
export const formatEstimate = ({ value, low, high }: Estimate, digits = 3): string =>
  `${value.toFixed(digits)} [${low.toFixed(digits)}, ${high.toFixed(digits)}]`;

/** Uniform numbers in [0,1), the same on every machine: mulberry32 (Ettinger, 2017). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
