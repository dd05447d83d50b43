/**
 * The conditional logit: how likely an option is to be chosen from those that were there
 * (McFadden, Conditional logit analysis of qualitative choice behavior, 1974).
 *
 * Option o is chosen with probability ∝ exp(offset_o + slope · (features_o · weights + constant_o)).
 * The negative logarithm of it is convex in the weights.
 *
 * @module
 */

export interface Option {
  /** One number for each weight. */
  readonly features: readonly number[];
  /** Added to the weighted features, before the slope. */
  readonly constant: number;
  /** Logarithm of how likely the option is to be chosen whatever the weights, but for a common factor. */
  readonly offset: number;
}

export interface Choice {
  readonly options: readonly Option[];
  /** Index of the option that was chosen. */
  readonly chosen: number;
  /** How much the choice counts; 1 is one plain answer. */
  readonly mass: number;
}

export interface Curve {
  /** Negative log-likelihood of the choices. */
  readonly loss: number;
  /** Its first and second derivatives by the weights. */
  readonly gradient: readonly number[];
  readonly hessian: readonly (readonly number[])[];
  /** Its first and second derivative by the slope. */
  readonly bySlope: readonly [number, number];
}

/** The loss of choices and its derivatives at these weights and this slope. */
export function curveOf(choices: readonly Choice[], weights: readonly number[], slope: number): Curve {
  const gradient = weights.map(() => 0);
  const hessian = weights.map(() => weights.map(() => 0));
  let loss = 0;
  let first = 0;
  let second = 0;
  for (const { options, chosen, mass } of choices) {
    const values = options.map(({ features, constant }) => dot(features, weights) + constant);
    const { shares, surprise } = softmax(
      options.map(({ offset }, o) => offset + slope * values[o]!),
      chosen,
    );
    loss += mass * surprise;

    const value = dot(values, shares);
    first += mass * (value - values[chosen]!);
    second += mass * values.reduce((sum, v, o) => sum + shares[o]! * (v - value) ** 2, 0);

    const picked = options[chosen]!.features;
    const expected = weights.map((_, k) =>
      options.reduce((sum, { features }, o) => sum + shares[o]! * features[k]!, 0),
    );
    for (let k = 0; k < weights.length; k++) {
      gradient[k]! += mass * slope * (expected[k]! - picked[k]!);
      // This is the inner loop of all learning, and the matrix is symmetric: half of it is enough.
      for (let o = 0; o < options.length; o++) {
        const { features } = options[o]!;
        const deviation = mass * slope * slope * shares[o]! * (features[k]! - expected[k]!);
        for (let l = 0; l <= k; l++) hessian[k]![l]! += deviation * (features[l]! - expected[l]!);
      }
    }
  }
  for (let k = 0; k < weights.length; k++) {
    for (let l = 0; l < k; l++) hessian[l]![k] = hessian[k]![l]!;
  }
  return { loss, gradient, hessian, bySlope: [first, second] };
}

/** The probability of each option, and how surprising the chosen one is: −log of its probability. */
function softmax(logits: readonly number[], chosen: number): { shares: number[]; surprise: number } {
  // Less the largest, so that no power overflows.
  const peak = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - peak));
  const total = powers.reduce((a, b) => a + b, 0);
  return { shares: powers.map((power) => power / total), surprise: peak + Math.log(total) - logits[chosen]! };
}

/** How many of the choices speak of each weight: those whose options differ in its feature. */
export function countSpeaking(choices: readonly Choice[], weight: number): number {
  return choices.filter(({ options }) =>
    options.some(({ features }) => features[weight] !== options[0]!.features[weight]),
  ).length;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
