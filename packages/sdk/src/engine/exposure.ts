import { EXPOSURE } from './weights.ts';

/** The eligible pairs of a market between two sides, by position of the profile on its side. */
export interface Market {
  /** Number of profiles of one side … */
  readonly left: number;
  /** … and of the other. */
  readonly right: number;
  /** Pair `k` is profile `pairs.left[k]` with profile `pairs.right[k]`; each at most once. What is not listed is not shown. */
  readonly pairs: {
    readonly left: Uint32Array;
    readonly right: Uint32Array;
    /** Score of the pair, 0 to 100. */
    readonly score: Float32Array;
  };
}

/**
 * What the place of each profile in a list costs, in points of the score. The mean of a side is 0, so
 * that a profile without a price (new, or in no pair) counts as one of average demand; above 0 more
 * want it than it can answer, below 0 it is seen too little.
 */
export interface ExposurePrices {
  readonly left: Float64Array;
  readonly right: Float64Array;
}

/** Each in place of the default of `EXPOSURE`. */
export type ExposureOptions = Partial<Readonly<Record<keyof typeof EXPOSURE, number>>>;

/**
 * Prices at which the whole market shares its attention evenly: `score − price` orders every list so
 * that all give the same attention and all get their share of it.
 *
 * Attention of a pair is μᵢⱼ = aᵢ bⱼ exp(scoreᵢⱼ / T), and a and b are found by scaling rows and columns
 * in turn (Sinkhorn; in matching markets: Tomita, Togashi, Hashizume & Ohsaka, RecSys 2023) until each
 * left profile has 1 and each right one left/right. The price is −T log b (−T log a): within one list the
 * other factor is constant, so `score − price` orders by μ. As μ is one number for both sides, the one I
 * see first tends to see me first: the prices coordinate, they do not only spread.
 *
 * The sums are held softly (exponent `strictness` < 1; Chizat et al., Math. Comp. 2018): a profile with
 * one possible partner would otherwise have no finite price, and the steps contract, so that there is one
 * answer. Deterministic; the order of the pairs changes no more than the last digits.
 *
 * @throws {RangeError} on a pair of a profile that is not there, or a score that is not a finite number.
 */
export function computeExposure(market: Market, options: ExposureOptions = {}): ExposurePrices {
  const { temperature, strictness, tolerance, mostSteps } = { ...EXPOSURE, ...options };
  assertPairs(market);
  const { left, right, score } = market.pairs;
  // Against the best score, so that no factor overflows; a constant shifts no price of a centred side.
  const best = score.reduce((most, value) => Math.max(most, value), 0);
  const kernel = Float64Array.from(score, (value) => Math.exp((value - best) / temperature));

  const a = new Float64Array(market.left).fill(1);
  const b = new Float64Array(market.right).fill(1);
  const [atLeft, atRight] = [active(left, market.left), active(right, market.right)];
  const share = count(atLeft) / count(atRight);
  for (let step = 0; step < mostSteps; step++) {
    scale(a, atLeft, 1, sums(left, right, b, kernel, market.left), strictness);
    const change = scale(b, atRight, share, sums(right, left, a, kernel, market.right), strictness);
    if (change * temperature < tolerance) break;
  }
  return { left: prices(a, atLeft, temperature), right: prices(b, atRight, temperature) };
}

function assertPairs({ left, right, pairs }: Market): void {
  for (const [k, score] of pairs.score.entries()) {
    if (!((pairs.left[k] as number) < left && (pairs.right[k] as number) < right && Number.isFinite(score)))
      throw new RangeError(`pair ${k} is not of two profiles of the market with a finite score`);
  }
}

/** Who is in any pair. */
function active(side: Uint32Array, size: number): Uint8Array {
  const flags = new Uint8Array(size);
  for (const i of side) flags[i] = 1;
  return flags;
}

const count = (flags: Uint8Array): number => flags.reduce((sum, flag) => sum + flag, 0);

/** For each profile of a side, the sum over its pairs of the kernel times the factor of the other side. */
function sums(own: Uint32Array, other: Uint32Array, factor: Float64Array, kernel: Float64Array, size: number) {
  const total = new Float64Array(size);
  for (let k = 0; k < kernel.length; k++) {
    total[own[k] as number]! += (kernel[k] as number) * (factor[other[k] as number] as number);
  }
  return total;
}

/** Sets each factor so that the profile's sum comes to `target`, softly. @returns the largest change of a logarithm. */
function scale(
  factor: Float64Array,
  flags: Uint8Array,
  target: number,
  total: Float64Array,
  strictness: number,
): number {
  let change = 0;
  for (let i = 0; i < factor.length; i++) {
    if (flags[i] === 0) continue;
    const next = (target / (total[i] as number)) ** strictness;
    change = Math.max(change, Math.abs(Math.log(next / (factor[i] as number))));
    factor[i] = next;
  }
  return change;
}

function prices(factor: Float64Array, flags: Uint8Array, temperature: number): Float64Array {
  const raw = factor.map((value, i) => (flags[i] === 0 ? 0 : -temperature * Math.log(value)));
  const mean = raw.reduce((sum, price) => sum + price, 0) / Math.max(1, count(flags));
  return raw.map((price, i) => (flags[i] === 0 ? 0 : price - mean));
}
