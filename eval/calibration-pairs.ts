import type { Estimate } from '@kopru/sdk/metrics';
import { type Calibration, type Outcomes, predict } from './calibration.ts';
import { calibrationError } from './calibration-error.ts';
import { dot, retrievalTask } from './retrieval.ts';
import { LANGUAGES, type LabelledText } from './texts.ts';
import type { TextVectors } from './vectors.ts';

/** A thesis and a startup of one split. */
export interface TextPair {
  readonly cosine: number;
  /** Numbers of the topics; a right pair has one topic. */
  readonly thesis: number;
  readonly startup: number;
  readonly thesisLang: string;
  readonly startupLang: string;
}

export interface TextPairs {
  readonly topics: number;
  readonly pairs: readonly TextPair[];
}

/** Every thesis with every startup of the same texts. */
export async function textPairs(texts: readonly LabelledText[], vectorsOf: TextVectors): Promise<TextPairs> {
  const { queries, candidates } = retrievalTask(texts);
  const vectors = await vectorsOf([...queries, ...candidates]);
  const topics = [...new Set(candidates.map(({ topic }) => topic))];
  const numberOf = new Map(topics.map((topic, n) => [topic, n]));
  const pairs = queries.flatMap((query, q) =>
    candidates.map((candidate, c) => ({
      cosine: dot(vectors[q] as Float32Array, vectors[queries.length + c] as Float32Array),
      thesis: numberOf.get(query.topic) as number,
      startup: numberOf.get(candidate.topic) as number,
      thesisLang: query.lang,
      startupLang: candidate.lang,
    })),
  );
  return { topics: topics.length, pairs };
}

export function outcomesOf(pairs: readonly TextPair[]): Outcomes {
  const cosines = (right: boolean) =>
    pairs.filter(({ thesis, startup }) => (thesis === startup) === right).map(({ cosine }) => cosine);
  return { positive: cosines(true), negative: cosines(false) };
}

/** Calibration error over all pairs and by the language of each side. */
export interface LanguageErrors {
  readonly all: Estimate;
  readonly byThesis: Readonly<Record<string, Estimate>>;
  readonly byStartup: Readonly<Record<string, Estimate>>;
}

export function errorsByLanguage(
  calibration: Calibration,
  { topics, pairs }: TextPairs,
  prior: number,
  resamples?: number,
): LanguageErrors {
  const errorOf = (of: readonly TextPair[]) =>
    calibrationError(
      of.map(({ cosine, thesis, startup }) => ({ thesis, startup, predicted: predict(calibration, cosine) })),
      topics,
      prior,
      resamples,
    );
  const by = (side: 'thesisLang' | 'startupLang') =>
    Object.fromEntries(LANGUAGES.map((lang) => [lang, errorOf(pairs.filter((pair) => pair[side] === lang))]));
  return { all: errorOf(pairs), byThesis: by('thesisLang'), byStartup: by('startupLang') };
}
