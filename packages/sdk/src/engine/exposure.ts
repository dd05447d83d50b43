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
 * Prices at which the places of the whole market are shared out evenly: `score − price` orders every
 * list so that each profile of a side gets about as many places in the lists of the other as the next.
 *
 * The attention of a pair is μᵢⱼ / (1 + μᵢⱼ) with μᵢⱼ = aᵢ bⱼ exp(scoreᵢⱼ / T): a list has one place for each at
 * most. a and b are found by scaling rows and columns in turn until each profile of the smaller side has
 * `places` of it and each of the other an even part of the same total: a many-to-many matching, blurred by
 * T (as Sinkhorn's scaling blurs an assignment; in matching markets: Tomita, Togashi, Hashizume & Ohsaka,
 * RecSys 2023). The price is −T log b (−T log a): within one list the other factor is constant, so
 * `score − price` orders by μ. As μ is one number for both sides, whom I see first tends to see me first:
 * the prices coordinate, they do not only spread.
 *
 * Nobody is to have more than half of its possible partners, and the sums are held softly (exponent
 * `strictness` < 1; Chizat et al., Math. Comp. 2018): otherwise some would have no finite price.
 * Deterministic; the order of the pairs changes no more than the last digits.
 *
 * @throws {RangeError} on a pair of a profile that is not there, or a score that is not a finite number.
 */
export function computeExposure(market: Market, options: ExposureOptions = {}): ExposurePrices {
  const { temperature, places, strictness, tolerance, mostSteps } = { ...EXPOSURE, ...options };
  assertPairs(market);
  const { left, right, score } = market.pairs;
  // Against the best score, so that no factor overflows; a constant shifts no price of a centred side.
  const best = score.reduce((most, value) => Math.max(most, value), 0);
  const kernel = Float64Array.from(score, (value) => Math.exp((value - best) / temperature));

  const a = new Float64Array(market.left).fill(1);
  const b = new Float64Array(market.right).fill(1);
  const wanted = evenShares(partners(left, market.left), partners(right, market.right), places);
  for (let step = 0; step < mostSteps; step++) {
    scale(a, wanted.left, attention(left, right, a, b, kernel), strictness);
    const change = scale(b, wanted.right, attention(right, left, b, a, kernel), strictness);
    if (change * temperature < tolerance) break;
  }
  return { left: prices(a, wanted.left, temperature), right: prices(b, wanted.right, temperature) };
}

function assertPairs({ left, right, pairs }: Market): void {
  for (const [k, score] of pairs.score.entries()) {
    if (!((pairs.left[k] as number) < left && (pairs.right[k] as number) < right && Number.isFinite(score)))
      throw new RangeError(`pair ${k} is not of two profiles of the market with a finite score`);
  }
}

/** How many pairs each profile is in. */
function partners(side: Uint32Array, size: number): Uint32Array {
  const numbers = new Uint32Array(size);
  for (const i of side) numbers[i]! += 1;
  return numbers;
}

/**
 * The attention that each is to have, as much in all on both sides: `places` for each of the smaller side and an
 * even part for each of the other, but for nobody more than half of its partners; 0 for who is in no pair.
 */
function evenShares(left: Uint32Array, right: Uint32Array, places: number) {
  const most = places * Math.min(count(left), count(right));
  const [forLeft, forRight] = [left, right].map((side) => {
    const even = most / count(side);
    return Float64Array.from(side, (n) => (n === 0 ? 0 : Math.min(even, n / 2)));
  }) as [Float64Array, Float64Array];
  const total = Math.min(sum(forLeft), sum(forRight));
  const partOf = (shares: Float64Array) => {
    const part = total / sum(shares);
    return shares.map((share) => (share === 0 ? 0 : share * part));
  };
  return { left: partOf(forLeft), right: partOf(forRight) };
}

/** How many are in any pair. */
const count = (numbers: ArrayLike<number>): number => Array.from(numbers).filter((n) => n > 0).length;
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** For each profile of a side, the sum of the attention of its pairs. */
function attention(
  own: Uint32Array,
  other: Uint32Array,
  mine: Float64Array,
  theirs: Float64Array,
  kernel: Float64Array,
) {
  const sums = new Float64Array(mine.length);
  for (let k = 0; k < kernel.length; k++) {
    const mu = (mine[own[k] as number] as number) * (theirs[other[k] as number] as number) * (kernel[k] as number);
    sums[own[k] as number]! += mu / (1 + mu);
  }
  return sums;
}

/** Moves each factor so that the sum of the profile comes nearer to what it is to have, softly. @returns the largest change of a logarithm. */
function scale(factor: Float64Array, wanted: Float64Array, sums: Float64Array, strictness: number): number {
  let change = 0;
  for (const [i, share] of wanted.entries()) {
    if (share === 0) continue;
    const before = factor[i] as number;
    const next = ((before * share) / (sums[i] as number)) ** strictness;
    change = Math.max(change, Math.abs(Math.log(next / before)));
    factor[i] = next;
  }
  return change;
}

function prices(factor: Float64Array, wanted: Float64Array, temperature: number): Float64Array {
  const raw = factor.map((value, i) => (wanted[i] === 0 ? 0 : -temperature * Math.log(value)));
  const mean = sum(raw) / Math.max(1, count(wanted));
  return raw.map((price, i) => (wanted[i] === 0 ? 0 : price - mean));
}
