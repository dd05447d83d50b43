import { averagePrecision, mean, ndcgAt, precisionAt, rank, reciprocalRank } from '@kopru/sdk/metrics';
import type { LabelledText } from './texts.ts';

/** Theses that look for startups: the startups with the topic of the thesis are the right answers. */
export interface RetrievalTask {
  /** Theses that have a right answer among the candidates. */
  readonly queries: readonly LabelledText[];
  /** Every startup, also one that no thesis looks for: it is still there to be found by mistake. */
  readonly candidates: readonly LabelledText[];
  readonly topics: {
    /** Topics with both a startup and a thesis. */
    readonly complete: number;
    /** Topics left out as queries, for they have no startup. */
    readonly withoutStartup: number;
    /** Topics whose startups are only there to be found by mistake. */
    readonly withoutThesis: number;
  };
}

/** What is measured of a system on a task; every number is a mean over the queries, in [0, 1]. */
export interface Figures {
  readonly map: number;
  readonly mrr: number;
  readonly p3: number;
  readonly ndcg10: number;
  /** MAP of the queries in one language, by language. */
  readonly byLang: Readonly<Record<string, number>>;
}

/** Scores of all candidates, in their order, for the query at this position; higher is better. */
export type Scorer = (query: number) => ArrayLike<number>;

/** A way to match texts; the peers in `baselines/` and our embedder are of this shape. */
export type RetrievalSystem = (queries: readonly string[], candidates: readonly string[]) => Scorer | Promise<Scorer>;

export function retrievalTask(texts: readonly LabelledText[]): RetrievalTask {
  const candidates = texts.filter((t) => t.kind === 'startup');
  const theses = texts.filter((t) => t.kind === 'thesis');
  const offered = new Set(candidates.map((t) => t.topic));
  const sought = new Set(theses.map((t) => t.topic));
  const complete = offered.intersection(sought).size;
  return {
    queries: theses.filter((t) => offered.has(t.topic)),
    candidates,
    topics: { complete, withoutStartup: sought.size - complete, withoutThesis: offered.size - complete },
  };
}

/** Ranks all candidates for every query and averages the metrics. */
export function measure(task: RetrievalTask, scorer: Scorer): Figures {
  const rankings = task.queries.map((query, q) => ({
    lang: query.lang,
    ranked: rank(scorer(q)).map((c) => task.candidates[c]?.topic === query.topic),
  }));
  const meanOf = (metric: (ranked: boolean[]) => number, of = rankings) => mean(of.map((r) => metric(r.ranked)));
  const langs = Map.groupBy(rankings, (r) => r.lang);
  return {
    map: meanOf(averagePrecision),
    mrr: meanOf(reciprocalRank),
    p3: meanOf((r) => precisionAt(3, r)),
    ndcg10: meanOf((r) => ndcgAt(10, r)),
    byLang: Object.fromEntries([...langs].map(([lang, of]) => [lang, meanOf(averagePrecision, of)])),
  };
}

/** Cosine of unit vectors: the scorer of everything that turns a text into a vector. */
export function cosineScorer(queries: readonly Float32Array[], candidates: readonly Float32Array[]): Scorer {
  return (q) => candidates.map((candidate) => dot(queries[q] as Float32Array, candidate));
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
