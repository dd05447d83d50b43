import { readArguments } from './arguments.ts';
import { type Calibration, calibrationQuality, fitCalibration, type Outcomes, quantile } from './calibration.ts';
import { type EmbedTexts, embedOnce } from './embed.ts';
import type { Evaluation } from './evaluation.ts';
import { compareLongText } from './long-text.ts';
import { dot, retrievalTask } from './retrieval.ts';
import { round } from './round.ts';
import { type LabelledText, readCorpus } from './texts.ts';

const QUANTILES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];

export const calibrate: Evaluation = {
  usage: '',
  summary:
    'fits the semantic signal to the cosine on the dev split, checks it on test, compares ways to embed long texts',
  async run(args, { createEmbedder, progress }) {
    readArguments(args, 0, {});
    const dev = await readCorpus('dev');
    const test = await readCorpus('test');
    const embedder = await createEmbedder();
    const embed = embedOnce(embedder, progress);
    progress('dev split');
    const onDev = await outcomesByLanguage(dev, embed);
    progress('test split');
    const onTest = await outcomesByLanguage(test, embed);
    progress('ways to embed a long text, dev split');
    const longText = await compareLongText(dev, embed);
    const calibration = fitCalibration(merge(onDev.values()));
    return {
      model: embedder.id,
      calibration: round(calibration),
      dev: round(describeSplit(calibration, onDev)),
      test: round(describeSplit(calibration, onTest)),
      longText: round(longText),
    };
  },
};

/** Cosine of every thesis with every startup of the same texts, by language of the thesis. */
async function outcomesByLanguage(texts: readonly LabelledText[], embed: EmbedTexts): Promise<Map<string, Outcomes>> {
  const { queries, candidates } = retrievalTask(texts);
  const all = [...queries, ...candidates].map((t) => t.text);
  const vectors = await embed(all);
  const byLang = new Map<string, { positive: number[]; negative: number[] }>();
  for (const [q, query] of queries.entries()) {
    const outcomes = byLang.get(query.lang) ?? { positive: [], negative: [] };
    byLang.set(query.lang, outcomes);
    for (const [c, candidate] of candidates.entries()) {
      const cosine = dot(vectors[q] as Float32Array, vectors[queries.length + c] as Float32Array);
      outcomes[candidate.topic === query.topic ? 'positive' : 'negative'].push(cosine);
    }
  }
  return byLang;
}

function describeSplit(calibration: Calibration, byLang: ReadonlyMap<string, Outcomes>) {
  return {
    all: describe(calibration, merge(byLang.values())),
    byLang: Object.fromEntries([...byLang].map(([lang, outcomes]) => [lang, describe(calibration, outcomes)])),
  };
}

function describe(calibration: Calibration, outcomes: Outcomes) {
  const quantiles = (cosines: readonly number[]) => {
    const sorted = cosines.toSorted((a, b) => a - b);
    return Object.fromEntries(QUANTILES.map((share) => [share, quantile(sorted, share)]));
  };
  return {
    pairs: { positive: outcomes.positive.length, negative: outcomes.negative.length },
    ...calibrationQuality(calibration, outcomes),
    quantiles: { positive: quantiles(outcomes.positive), negative: quantiles(outcomes.negative) },
  };
}

function merge(parts: Iterable<Outcomes>): Outcomes {
  const all = [...parts];
  return { positive: all.flatMap((o) => o.positive), negative: all.flatMap((o) => o.negative) };
}
