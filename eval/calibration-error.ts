import { bootstrap, type Estimate } from '@kopru/sdk/metrics';
import { BINS, binOf } from './calibration.ts';

/** One pair of texts with what was predicted of it. The pair is right when both are of one topic. */
export interface PredictedPair {
  /** Number of the topic, from 0. */
  readonly thesis: number;
  readonly startup: number;
  /** Predicted probability, in [0,1]. */
  readonly predicted: number;
}

/**
 * Expected calibration error as in `calibrationQuality`, with its 95 % interval by topic: a topic
 * is drawn with its thesis and its startup, and two draws of one topic make no wrong pair. The error
 * is a sum of distances, so that a resample can only add noise: the interval lies high.
 *
 * @param prior weight of the right pairs, in (0,1).
 */
export function calibrationError(
  pairs: readonly PredictedPair[],
  topics: number,
  prior: number,
  resamples?: number,
): Estimate {
  /** Number of pairs of two topics, and by bin the sum of what was predicted. */
  const counts = new Float64Array(topics * topics);
  const sums = new Float64Array(topics * topics * BINS);
  for (const { thesis, startup, predicted } of pairs) {
    const cell = thesis * topics + startup;
    counts[cell]! += 1;
    // Predicted less observed: a right pair was observed as 1.
    sums[cell * BINS + binOf(predicted)]! += predicted - (thesis === startup ? 1 : 0);
  }
  return bootstrap(
    topics,
    (times) => {
      const right = { count: 0, gaps: new Float64Array(BINS) };
      const wrong = { count: 0, gaps: new Float64Array(BINS) };
      for (let t = 0; t < topics; t++) {
        for (let s = 0; s < topics; s++) {
          const into = t === s ? right : wrong;
          const drawn = (times[t] as number) * (t === s ? 1 : (times[s] as number));
          if (drawn === 0) continue;
          const cell = t * topics + s;
          into.count += drawn * (counts[cell] as number);
          for (let bin = 0; bin < BINS; bin++) into.gaps[bin]! += drawn * (sums[cell * BINS + bin] as number);
        }
      }
      return right.gaps.reduce(
        (error, gap, bin) =>
          error + Math.abs((prior * gap) / right.count + ((1 - prior) * (wrong.gaps[bin] as number)) / wrong.count),
        0,
      );
    },
    { resamples },
  );
}
