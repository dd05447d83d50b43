import { weights } from '@kopru/sdk/engine';
import { readArguments } from './arguments.ts';
import { type Calibration, calibrationQuality, fitCalibration, quantile } from './calibration.ts';
import { errorsByLanguage, outcomesOf, type TextPairs, textPairs } from './calibration-pairs.ts';
import { type Evaluation, UsageError } from './evaluation.ts';
import { compareLongText } from './long-text.ts';
import { round } from './round.ts';
import { readCorpus } from './texts.ts';
import { vectorsOf } from './vectors.ts';

const QUANTILES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];
const { prior } = weights.CALIBRATION;

export const calibrate: Evaluation = {
  usage: '[--resamples N]',
  summary:
    'fits the semantic signal to the cosine on the dev split, checks it on test, compares ways to embed long texts',
  async run(args, { createEmbedder, progress }) {
    const { values } = readArguments(args, 0, { resamples: { type: 'string', default: '1000' } });
    const resamples = Number(values.resamples);
    if (!Number.isInteger(resamples) || resamples < 1)
      throw new UsageError('--resamples must be a positive whole number');
    const dev = await readCorpus('dev');
    const test = await readCorpus('test');
    const embedder = await createEmbedder();
    const { embed, centred } = vectorsOf(embedder, progress);
    progress('dev split');
    const onDev = await textPairs(dev, centred);
    progress('test split');
    const onTest = await textPairs(test, centred);
    progress('ways to embed a long text, dev split');
    const longText = await compareLongText(dev, embed);
    const calibration = fitCalibration(outcomesOf(onDev.pairs), prior);
    return {
      model: embedder.id,
      calibration: round({ prior, ...calibration }),
      dev: round(describe(calibration, onDev, resamples)),
      test: round(describe(calibration, onTest, resamples)),
      shipped: round(describe(weights.CALIBRATION, onTest, resamples).ece),
      longText: round(longText),
    };
  },
};

function describe(calibration: Calibration, split: TextPairs, resamples: number) {
  const outcomes = outcomesOf(split.pairs);
  const { logLoss, bins } = calibrationQuality(calibration, outcomes, prior);
  const quantiles = (cosines: readonly number[]) => {
    const sorted = cosines.toSorted((a, b) => a - b);
    return Object.fromEntries(QUANTILES.map((share) => [share, quantile(sorted, share)]));
  };
  return {
    pairs: { positive: outcomes.positive.length, negative: outcomes.negative.length },
    logLoss,
    ece: errorsByLanguage(calibration, split, prior, resamples),
    bins,
    quantiles: { positive: quantiles(outcomes.positive), negative: quantiles(outcomes.negative) },
  };
}
