import { curveOf } from './learn-choice.ts';
import type { Choices } from './learn-feedback.ts';
import { minimise, type Range } from './learn-range.ts';
import { LEARNING } from './weights.ts';

export type LearningConstants = Readonly<
  Record<'priorAnswers' | 'sharpness' | 'sharpnessSpread' | 'examination', number>
>;

/** How sharply each kind of answer follows the utility. */
export type Sharpness = Readonly<Record<keyof Choices, number>>;

export interface Fit {
  readonly weights: readonly number[];
  readonly sharpness: Sharpness;
  /** Second derivative of the loss by the weights: the precision of what is believed of them. */
  readonly precision: readonly (readonly number[])[];
}

const PARTS = ['chosen', 'passed', 'reason'] as const satisfies readonly (keyof Choices)[];
const ROUNDS = 100;
/** A tenth of the steps in which weights are given. */
const SETTLED = 1e-5;

/**
 * The most probable weights within their ranges, and with them the sharpness of each kind of
 * answer: the least of the negative log-likelihood of the choices and of the normal beliefs in
 * `believed` and in `constants.sharpness`. Newton steps in both at once, each within its bounds,
 * halved together for as long as the loss would rise.
 */
export function fit(
  choices: Choices,
  believed: readonly number[],
  ranges: readonly Range[],
  constants: LearningConstants,
): Fit {
  const belief = beliefOf(constants);
  let weights = believed;
  let sharpness: Sharpness = { chosen: constants.sharpness, passed: constants.sharpness, reason: constants.sharpness };
  let here = lossAt(choices, weights, sharpness, believed, belief);
  for (let round = 0; round < ROUNDS; round++) {
    const target = minimise(weights, here.gradient, here.precision, ranges);
    const sharper = perPart((part) => {
      const [first, second] = here.bySharpness[part];
      return Math.min(Math.max(sharpness[part] - first / second, belief.dullest), belief.sharpest);
    });
    let share = 1;
    let next = { weights, sharpness };
    let there = here;
    do {
      next = {
        weights: target.map((w, k) => weights[k]! + share * (w - weights[k]!)),
        sharpness: perPart((part) => sharpness[part] + share * (sharper[part] - sharpness[part])),
      };
      there = lossAt(choices, next.weights, next.sharpness, believed, belief);
      share /= 2;
    } while (there.loss > here.loss && share > SETTLED);
    if (there.loss > here.loss) break;
    const moved = Math.max(
      ...weights.map((w, k) => Math.abs(next.weights[k]! - w)),
      ...PARTS.map((part) => Math.abs(next.sharpness[part] / sharpness[part] - 1)),
    );
    ({ weights, sharpness } = next);
    here = there;
    if (moved <= SETTLED) break;
  }
  return { weights, sharpness, precision: here.precision };
}

/** The beliefs before any answer, as precisions: that of the weights is what `priorAnswers` plain answers would give. */
function beliefOf({ priorAnswers, sharpness, sharpnessSpread }: LearningConstants) {
  return {
    ofWeights: priorAnswers * sharpness ** 2 * LEARNING.signalVariance,
    ofSharpness: 1 / sharpnessSpread ** 2,
    sharpness,
    dullest: sharpness / 4,
    sharpest: sharpness * 4,
  };
}

function lossAt(
  choices: Choices,
  weights: readonly number[],
  sharpness: Sharpness,
  believed: readonly number[],
  belief: ReturnType<typeof beliefOf>,
) {
  const curves = perPart((part) => curveOf(choices[part], weights, sharpness[part]));
  const total = (of: (curve: (typeof curves)['chosen']) => number) =>
    PARTS.reduce((sum, part) => sum + of(curves[part]), 0);
  const away = weights.map((w, k) => w - believed[k]!);
  const strange = perPart((part) => sharpness[part] - belief.sharpness);
  return {
    loss:
      total(({ loss }) => loss) +
      (belief.ofWeights / 2) * away.reduce((sum, d) => sum + d * d, 0) +
      (belief.ofSharpness / 2) * PARTS.reduce((sum, part) => sum + strange[part] ** 2, 0),
    gradient: away.map((d, k) => total(({ gradient }) => gradient[k]!) + belief.ofWeights * d),
    precision: away.map((_, k) =>
      away.map((_, l) => total(({ hessian }) => hessian[k]![l]!) + (k === l ? belief.ofWeights : 0)),
    ),
    bySharpness: perPart((part): [number, number] => {
      const [first, second] = curves[part].bySlope;
      return [first + belief.ofSharpness * strange[part], second + belief.ofSharpness];
    }),
  };
}

const perPart = <T>(value: (part: keyof Choices) => T): Record<keyof Choices, T> => ({
  chosen: value('chosen'),
  passed: value('passed'),
  reason: value('reason'),
});
