import type { Extra, Measure, Message, Pair, Pairing, SignalName } from './pairing.ts';
import { CALIBRATION, NEUTRAL } from './weights.ts';

/** One signal of a scored pair, with all that the score takes from it. */
export interface ScoredSignal {
  readonly name: SignalName;
  /** Fit in [0,1] in steps of 0.0001, or `null` when not stated; `null` counts as `NEUTRAL`. */
  readonly value: number | null;
  /** Weight of the signal for each side, by kind. */
  readonly weights: Readonly<Record<string, number>>;
  readonly reason?: Message;
  readonly caution?: Message;
}

/**
 * The semantic signal: the probability that the two texts speak of the same need, when one pair in
 * ten does (`CALIBRATION.prior`). It means the same whichever languages the two are written in.
 */
export const calibrate = (cosine: number): number =>
  1 / (1 + Math.exp(-(CALIBRATION.slope * cosine + CALIBRATION.intercept)));

/**
 * Scores the pairs of a pairing as {@link scoreOf} does of their signals, of which it keeps none: for a list
 * hundreds of pairs are scored, and some twenty are shown. `cosine` is as in {@link measureSignals}.
 */
export function scorerOf({ sides: [a, b], signals, extras = [], weights }: Pairing) {
  const parts = [
    ...signals.map(({ name, measure }) => ({
      measure,
      ofA: weights[a][name] ?? 0,
      ofB: weights[b][name] ?? 0,
      silence: NEUTRAL as number | null,
    })),
    // An extra that has nothing to say is not there.
    ...extras.map(({ measure, weights: of }) => ({ measure, ofA: of[a], ofB: of[b], silence: null })),
  ];
  const [textA, textB] = [weights[a].semantic ?? 0, weights[b].semantic ?? 0];
  return (pair: Pair, cosine: number): number => {
    const text = rounded(calibrate(cosine));
    let [totalA, totalB, weightA, weightB] = [textA * text, textB * text, textA, textB];
    for (const { measure, ofA, ofB, silence } of parts) {
      const { value } = measure(pair as Required<Pair>);
      const counted = value === null ? silence : rounded(value);
      if (counted === null) continue;
      totalA += ofA * counted;
      totalB += ofB * counted;
      weightA += ofA;
      weightB += ofB;
    }
    return combined([mean(totalA, weightA), mean(totalB, weightB)]);
  };
}

/** Measures every signal of a pair. `cosine` is that of the two texts' vectors, in [−1,1]. */
export function measureSignals(pairing: Pairing, pair: Pair, cosine: number): ScoredSignal[] {
  const weightsOf = (name: SignalName) =>
    Object.fromEntries(Object.entries(pairing.weights).map(([side, of]) => [side, of[name] ?? 0]));
  const measured = (extra: Extra<Required<Pair>>): ScoredSignal[] => {
    const measure = extra.measure(pair as Required<Pair>);
    return measure.value === null ? [] : [toSignal(extra.name, measure, extra.weights)];
  };
  return [
    toSignal('semantic', { value: calibrate(cosine) }, weightsOf('semantic')),
    ...pairing.signals.map(({ name, measure }) => toSignal(name, measure(pair as Required<Pair>), weightsOf(name))),
    ...(pairing.extras ?? []).flatMap(measured),
  ];
}

const toSignal = (name: SignalName, measure: Measure, weights: ScoredSignal['weights']): ScoredSignal => ({
  ...measure,
  name,
  value: measure.value === null ? null : rounded(measure.value),
  weights,
});

/** Utility of the pair for one side, in [0,1]: the weighted mean of the signals. */
export function utility(signals: readonly Pick<ScoredSignal, 'value' | 'weights'>[], side: string): number {
  let total = 0;
  let weight = 0;
  for (const signal of signals) {
    const w = signal.weights[side] ?? 0;
    total += w * (signal.value ?? NEUTRAL);
    weight += w;
  }
  return mean(total, weight);
}

const mean = (total: number, weight: number): number => (weight === 0 ? NEUTRAL : total / weight);

/**
 * The score of a pair, 0 to 100 in steps of 0.1: the geometric mean of both sides' utilities. A pair
 * that is nothing to one side scores 0 whatever it is to the other, and to lose a tenth of its
 * utility lowers the score by as much on either side. It depends on nothing but the signals that are
 * returned with it.
 */
export function scoreOf(signals: readonly Pick<ScoredSignal, 'value' | 'weights'>[]): number {
  const sides = Object.keys(signals[0]?.weights ?? {});
  return combined(sides.map((side) => utility(signals, side)));
}

const combined = (utilities: readonly number[]): number =>
  round(100 * utilities.reduce((product, of) => product * of, 1) ** (1 / utilities.length), 10);

/** A signal in steps of 0.0001. */
const rounded = (value: number): number => round(value, 10_000);

const round = (x: number, parts: number): number => Math.round(x * parts) / parts;
