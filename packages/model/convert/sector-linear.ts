/** A text to learn from: its direction, the index of its sector, and how much it counts. */
interface Sample {
  readonly query: Float32Array;
  readonly sector: number;
  readonly weight: number;
}

/** What a value of the weights costs: the penalty is half of this times the sum of their squares. Chosen on dev among 1/2, 1/4 and 1/8. */
const PENALTY = 1 / 4;
/** Samples of one step, taken from all over the list, and how often all are seen. */
const BATCH = 256;
const ROUNDS = 20;
/** Adam's step at the start, in weights; it falls to nothing along half a cosine. */
const STEP = 0.3;

/**
 * Multinomial logistic regression by Adam from zero: the same samples give the same weights, for
 * each of `sectors` a row of one weight a dimension and, at its end, the bias.
 */
export function fitLinear(samples: readonly Sample[], sectors: number): Float64Array {
  const size = samples[0]?.query.length ?? 0;
  const width = size + 1;
  const weights = new Float64Array(sectors * width);
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);

  // Neighbours in the list are alike, so that each batch takes every so-manieth sample.
  const batches = Math.ceil(samples.length / BATCH);
  const steps = ROUNDS * batches;
  for (let step = 1; step <= steps; step++) {
    const gradient = weights.map((w, i) => (i % width === size ? 0 : (PENALTY * w) / batches));
    for (let n = step % batches; n < samples.length; n += batches) {
      const { query, sector, weight } = samples[n] as Sample;
      const errors = softmax(scoresOf(weights, query, sectors));
      errors[sector]! -= 1;
      for (let s = 0; s < sectors; s++) {
        const error = (errors[s] as number) * weight;
        const row = s * width;
        for (let d = 0; d < size; d++) gradient[row + d]! += error * (query[d] as number);
        gradient[row + size]! += error;
      }
    }
    const rate = (STEP * (1 + Math.cos((Math.PI * step) / steps))) / 2;
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i] as number;
      mean[i] = 0.9 * (mean[i] as number) + 0.1 * g;
      square[i] = 0.99 * (square[i] as number) + 0.01 * g * g;
      const root = Math.sqrt((square[i] as number) / (1 - 0.99 ** step));
      weights[i]! -= (rate * (mean[i] as number)) / (1 - 0.9 ** step) / (root + 1e-8);
    }
  }
  return weights;
}

function scoresOf(weights: Float64Array, query: Float32Array, sectors: number): Float64Array {
  const size = query.length;
  const scores = new Float64Array(sectors);
  for (let s = 0; s < sectors; s++) {
    const row = s * (size + 1);
    let sum = weights[row + size] as number;
    for (let d = 0; d < size; d++) sum += (weights[row + d] as number) * (query[d] as number);
    scores[s] = sum;
  }
  return scores;
}

function softmax(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
