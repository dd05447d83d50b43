import type { Measure, Message, Pair, Pairing, SideWeights, SignalName } from './pairing.ts';
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

/** Measures every signal of a pair. `cosine` is that of the two texts' vectors, in [−1,1]. */
export function measureSignals(pairing: Pairing, pair: Pair, cosine: number): ScoredSignal[] {
  const semantic: Measure = { value: calibrate(cosine) };
  return [
    scored('semantic', semantic, pairing.weights),
    ...pairing.signals.map(({ name, measure }) => scored(name, measure(pair as Required<Pair>), pairing.weights)),
  ];
}

function scored(name: SignalName, measure: Measure, weights: Readonly<Record<string, SideWeights>>): ScoredSignal {
  return {
    ...measure,
    name,
    value: measure.value === null ? null : round(measure.value, 4),
    weights: Object.fromEntries(Object.entries(weights).map(([side, w]) => [side, w[name] ?? 0])),
  };
}

/** Utility of the pair for one side, in [0,1]: the weighted mean of the signals. */
export function utility(signals: readonly Pick<ScoredSignal, 'value' | 'weights'>[], side: string): number {
  let total = 0;
  let weight = 0;
  for (const signal of signals) {
    const w = signal.weights[side] ?? 0;
    total += w * (signal.value ?? NEUTRAL);
    weight += w;
  }
  return weight === 0 ? NEUTRAL : total / weight;
}

/**
 * The score of a pair, 0 to 100 in steps of 0.1: the geometric mean of both sides' utilities. A pair
 * that is nothing to one side scores 0 whatever it is to the other, and to lose a tenth of its
 * utility lowers the score by as much on either side. It depends on nothing but the signals that are
 * returned with it.
 */
export function scoreOf(signals: readonly Pick<ScoredSignal, 'value' | 'weights'>[]): number {
  const sides = Object.keys(signals[0]?.weights ?? {});
  const product = sides.reduce((p, side) => p * utility(signals, side), 1);
  return round(100 * product ** (1 / sides.length), 1);
}

const round = (x: number, digits: number): number => Math.round(x * 10 ** digits) / 10 ** digits;
