/**
 * Learns how much each signal counts in one hub from the answers that its members gave.
 *
 * Every answer is a choice among the matches that were shown together, explained by a conditional
 * logit whose coefficients are the weights, with a normal prior around the defaults; the result is
 * the most probable set of weights within their ranges (maximum a posteriori). Pure and
 * deterministic, and the weights stay the readable numbers that they were.
 *
 * @module
 */
import type { Kind } from '../kinds/index.ts';
import { countSpeaking } from './learn-choice.ts';
import { type AnsweredList, choicesOf } from './learn-feedback.ts';
import { fit, type LearningConstants, type Sharpness } from './learn-fit.ts';
import { deviations, inSteps, nearestWithin, type Range } from './learn-range.ts';
import { type SideWeights, type SignalName, weighed } from './pairing.ts';
import { LEARNING } from './weights.ts';

export interface LearnOptions<Side extends Kind, W extends SideWeights = SideWeights> {
  /** The weights to start from, by side: those of the pairing. */
  readonly defaults: Readonly<Record<Side, W>>;
  /** Every list of the hub that was answered, in any order; lists of other sides are left out. */
  readonly feedback: readonly AnsweredList[];
  /** Weights that the hub has set by hand, each within its range: they stay, and the others share the rest. */
  readonly frozen?: Readonly<Partial<Record<Side, SideWeights>>>;
  /** Other constants, for an evaluation. @default LEARNING */
  readonly constants?: Partial<LearningConstants>;
}

/** Why one weight is what it is. */
export interface WeightEvidence {
  /** How many answers spoke of the signal: it differed among the matches shown, or was named as a reason. */
  readonly answers: number;
  /** Learned weight minus default. */
  readonly shift: number;
  /** Standard deviation of what is believed of the weight after the answers, its range left aside; 0 when frozen. */
  readonly standardError: number;
  readonly frozen: boolean;
}

export interface SideEvidence<W extends SideWeights = SideWeights> {
  /** Answers other than `seen`. */
  readonly answers: number;
  /** How sharply each kind of answer followed the utility; `LEARNING.sharpness` before any answer. */
  readonly sharpness: Sharpness;
  readonly signals: { readonly [N in keyof W]: WeightEvidence };
}

export interface Learned<Side extends Kind, W extends SideWeights = SideWeights> {
  /** Of each side: in steps of 0.0001, within `weightRange`, sum 1. */
  readonly weights: Record<Side, { readonly [N in keyof W]: number }>;
  readonly evidence: Record<Side, SideEvidence<W>>;
}

/**
 * The weights of a hub. Without an answer they are the defaults exactly; answers that count n take a
 * weight at most n / (n + `priorAnswers`) of the way to the end of its range.
 *
 * @throws {RangeError} on a frozen weight outside its range or of no signal of the side, on frozen weights that leave the others
 *   no way to reach the sum 1, and on a rank below 1.
 */
export function learnWeights<Side extends Kind, W extends SideWeights>(
  options: LearnOptions<Side, W>,
): Learned<Side, W> {
  const { defaults, feedback, frozen = {} } = options;
  const constants = { ...LEARNING, ...options.constants };
  const sides = Object.keys(defaults) as Side[];
  const learned = sides.map((side) => {
    const lists = feedback.filter((list) => list.side === side);
    const set: SideWeights = (frozen as Partial<Record<Side, SideWeights>>)[side] ?? {};
    return [side, learnSide(defaults[side], lists, set, constants)] as const;
  });
  return {
    weights: Object.fromEntries(learned.map(([side, { weights }]) => [side, weights])) as Learned<Side, W>['weights'],
    evidence: Object.fromEntries(learned.map(([side, { evidence }]) => [side, evidence])) as unknown as Learned<
      Side,
      W
    >['evidence'],
  };
}

/** The range within which a weight is learned or set by hand, from its default in [0,1]. */
export const weightRange = (fallback: number): Range => ({
  least: fallback * LEARNING.leastShare,
  most: Math.min(1, fallback + LEARNING.mostAbove),
});

function learnSide(
  defaults: SideWeights,
  lists: readonly AnsweredList[],
  frozen: SideWeights,
  constants: LearningConstants,
): { weights: SideWeights; evidence: SideEvidence } {
  const choices = choicesOf(lists, defaults, constants.examination);
  const names = weighed(defaults);
  const stranger = weighed(frozen).find((name) => !names.includes(name));
  if (stranger) throw new RangeError(`${stranger} is no signal of this pairing`);
  const fallbacks = names.map((name) => defaults[name] as number);
  const free = names.map((name) => frozen[name] === undefined);
  const widest = names.map((name, k) => rangeOf(name, fallbacks[k]!, frozen[name]));
  const believed = startFrom(fallbacks, widest, free);
  const mass = [...choices.chosen, ...choices.passed].reduce((sum, choice) => sum + choice.mass, 0);
  // So few answers move little for certain, however one-sided they are.
  const reach = mass / (mass + constants.priorAnswers);
  const ranges = widest.map(({ least, most }, k) => ({
    least: believed[k]! + reach * (least - believed[k]!),
    most: believed[k]! + reach * (most - believed[k]!),
  }));
  const { weights, sharpness, precision } = fit(choices, believed, ranges, constants);
  const errors = deviations(precision, free);
  const answers = choices.chosen.length + choices.passed.length;
  const bySignal = <T>(value: (k: number) => T) =>
    Object.fromEntries(names.map((name, k) => [name, value(k)])) as Partial<Record<SignalName, T>>;
  const rounded = answers === 0 ? believed : inSteps(weights);
  return {
    weights: bySignal((k) => rounded[k]!),
    evidence: {
      answers,
      sharpness,
      signals: bySignal((k) => ({
        answers: Object.values(choices).reduce((sum, part) => sum + countSpeaking(part, k), 0),
        shift: rounded[k]! - fallbacks[k]!,
        standardError: errors[k]!,
        frozen: !free[k],
      })),
    },
  };
}

/** The defaults, or with frozen weights what is nearest to them. */
const startFrom = (
  defaults: readonly number[],
  ranges: readonly Range[],
  free: readonly boolean[],
): readonly number[] => (free.every(Boolean) ? defaults : nearestWithin(defaults, ranges));

function rangeOf(name: SignalName, fallback: number, frozen: number | undefined): Range {
  const range = weightRange(fallback);
  if (frozen === undefined) return range;
  if (!(frozen >= range.least && frozen <= range.most)) {
    throw new RangeError(`the weight of ${name} lies between ${range.least} and ${range.most}, not at ${frozen}`);
  }
  return { least: frozen, most: frozen };
}
