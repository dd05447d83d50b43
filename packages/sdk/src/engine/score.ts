import {
  type Measure,
  type Message,
  type Pair,
  type Pairing,
  SIGNAL_NAMES,
  type SideWeights,
  type SignalName,
} from './pairing.ts';
import { CALIBRATION, NEUTRAL } from './weights.ts';

/** One signal of a scored pair, with all that the score takes from it. */
export interface ScoredSignal {
  readonly name: SignalName;
  /** Fit in [0,1] in steps of 0.0001, or `null` when not stated; `null` counts as `NEUTRAL`. */
  readonly value: number | null;
  /** Weight of the signal for each side, by kind. */
  readonly weights: Readonly<Record<string, number>>;
  readonly reason?: Message | undefined;
  readonly caution?: Message | undefined;
}

/**
 * The semantic signal: the probability that the two texts speak of the same need, when one pair in
 * ten does (`CALIBRATION.prior`). It means the same whichever languages the two are written in.
 */
export const calibrate = (cosine: number): number =>
  1 / (1 + Math.exp(-(CALIBRATION.slope * cosine + CALIBRATION.intercept)));

/** Measures every signal of a pair. `cosine` is that of the two texts' vectors, in [−1,1]. */
export function measureSignals(pairing: Pairing, pair: Pair, cosine: number): ScoredSignal[] {
  const weights = weightsBySignal(pairing.weights);
  const signals = [toSignal('semantic', { value: calibrate(cosine) }, weights.semantic)];
  // Hundreds of pairs are measured for a list: no array is made on the way to this one.
  for (const { name, measure } of pairing.signals)
    signals.push(toSignal(name, measure(pair as Required<Pair>), weights[name]));
  for (const extra of pairing.extras ?? []) {
    const measured = extra.measure(pair as Required<Pair>);
    if (measured.value !== null) signals.push(toSignal(extra.name, measured, extra.weights));
  }
  return signals;
}

const toSignal = (
  name: SignalName,
  { value, reason, caution }: Measure,
  weights: ScoredSignal['weights'],
): ScoredSignal => ({ name, value: value === null ? null : round(value, 10_000), weights, reason, caution });

type WeightsBySide = Readonly<Record<string, SideWeights>>;
type WeightsBySignal = Readonly<Record<SignalName, Readonly<Record<string, number>>>>;

/** Kept with the weights that they are of, since a list scores hundreds of pairs by the same. */
const bySignal = new WeakMap<WeightsBySide, WeightsBySignal>();

function weightsBySignal(weights: WeightsBySide): WeightsBySignal {
  let found = bySignal.get(weights);
  if (!found) {
    const sides = Object.entries(weights);
    found = Object.fromEntries(
      SIGNAL_NAMES.map((name) => [name, Object.fromEntries(sides.map(([side, of]) => [side, of[name] ?? 0]))]),
    ) as WeightsBySignal;
    bySignal.set(weights, found);
  }
  return found;
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
  return round(100 * product ** (1 / sides.length), 10);
}

const round = (x: number, parts: number): number => Math.round(x * parts) / parts;
