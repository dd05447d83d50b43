import { weights } from '@kopru/sdk/engine';
import { bootstrap, type Estimate, formatEstimate, mean, rank } from '@kopru/sdk/metrics';
import { readArguments } from './arguments.ts';
import { errorsByLanguage, type LanguageErrors, textPairs } from './calibration-pairs.ts';
import { barChart } from './chart.ts';
import type { Evaluation } from './evaluation.ts';
import { table, writeSection } from './report.ts';
import { cosineScorer, measure, type RetrievalTask, retrievalTask } from './retrieval.ts';
import { round } from './round.ts';
import { LANGUAGES, readCorpus, type Split } from './texts.ts';
import { vectorsOf } from './vectors.ts';

/** What the languages of a pair do to its rank. Ranks are counted from 1 among all startups of all languages. */
interface LanguageBias {
  readonly candidates: number;
  readonly map: number;
  /** Mean rank of the right startup in the language of the thesis, and in another. */
  readonly sameLanguage: number;
  readonly otherLanguage: number;
  /** The second less the first: 0 where language does not matter. With its interval by topic. */
  readonly gap: Estimate;
  /** Share of the first nine in the language of the thesis; a ninth where language does not matter. */
  readonly sameAmongFirstNine: number;
  /** Mean rank by language of the thesis, then of the startup. */
  readonly meanRank: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export const bias: Evaluation = {
  usage: '',
  summary: 'mean rank of the right startup by language pair, plain and centred by language; calibration by language',
  async run(args, { createEmbedder, progress }) {
    readArguments(args, 0, {});
    const embedder = await createEmbedder();
    const { plain, centred } = vectorsOf(embedder, progress);
    const measured = async (split: Split) => {
      const texts = await readCorpus(split);
      const task = retrievalTask(texts);
      const of = async (vectors: typeof plain) =>
        languageBias(task, await vectors(task.queries), await vectors(task.candidates));
      const { prior } = weights.CALIBRATION;
      const ece = errorsByLanguage(weights.CALIBRATION, await textPairs(texts, centred), prior);
      return { plain: await of(plain), centred: await of(centred), ece };
    };
    const report = { dev: await measured('dev'), test: await measured('test') };
    await writeSection('bias', section(report));
    return round({ model: embedder.id, ...report });
  },
};

/** @returns what the languages of theses and startups do to the rank of right pairs. */
export function languageBias(
  task: RetrievalTask,
  queries: readonly Float32Array[],
  candidates: readonly Float32Array[],
  resamples?: number,
): LanguageBias {
  const scorer = cosineScorer(queries, candidates);
  const topics = [...new Set(task.queries.map(({ topic }) => topic))];
  const found: { topic: number; thesis: string; startup: string; rank: number }[] = [];
  let sameAmongFirst = 0;
  for (const [q, query] of task.queries.entries()) {
    for (const [at, c] of rank(scorer(q)).entries()) {
      const candidate = task.candidates[c] as (typeof task.candidates)[number];
      if (at < LANGUAGES.length && candidate.lang === query.lang) sameAmongFirst++;
      if (candidate.topic !== query.topic) continue;
      found.push({ topic: topics.indexOf(query.topic), thesis: query.lang, startup: candidate.lang, rank: at + 1 });
    }
  }
  const same = found.filter(({ thesis, startup }) => thesis === startup);
  const other = found.filter(({ thesis, startup }) => thesis !== startup);
  const weightedMean = (of: typeof found, times: ArrayLike<number>) => {
    let [sum, count] = [0, 0];
    for (const { topic, rank: r } of of) {
      sum += r * (times[topic] as number);
      count += times[topic] as number;
    }
    return sum / count;
  };
  const rankOf = (a: string, b: string) =>
    mean(found.filter(({ thesis, startup }) => thesis === a && startup === b).map((f) => f.rank));
  return {
    candidates: task.candidates.length,
    map: measure(task, scorer).map,
    sameLanguage: mean(same.map((f) => f.rank)),
    otherLanguage: mean(other.map((f) => f.rank)),
    gap: bootstrap(topics.length, (times) => weightedMean(other, times) - weightedMean(same, times), { resamples }),
    sameAmongFirstNine: sameAmongFirst / (task.queries.length * LANGUAGES.length),
    meanRank: Object.fromEntries(
      LANGUAGES.map((a) => [a, Object.fromEntries(LANGUAGES.map((b) => [b, rankOf(a, b)]))]),
    ),
  };
}

type Report = Readonly<Record<Split, { plain: LanguageBias; centred: LanguageBias; ece: LanguageErrors }>>;

function section({ dev, test }: Report) {
  const rows = (['dev', 'test'] as const).flatMap((split) =>
    (['plain', 'centred'] as const).map((way) => {
      const b = { dev, test }[split][way];
      return [
        split,
        way,
        b.map,
        b.sameLanguage.toFixed(1),
        b.otherLanguage.toFixed(1),
        formatEstimate(b.gap, 1),
        b.sameAmongFirstNine,
      ];
    }),
  );
  const rankIn = ({ meanRank }: LanguageBias, a: string, b: string) => meanRank[a]?.[b] ?? Number.NaN;
  const matrix = LANGUAGES.map((a) => [a, ...LANGUAGES.map((b) => rankIn(test.centred, a, b).toFixed(1))]);
  const columnMean = (way: LanguageBias, b: string) => mean(LANGUAGES.map((a) => rankIn(way, a, b)));
  const errors = LANGUAGES.map((lang) => [
    lang,
    formatEstimate(test.ece.byThesis[lang] as Estimate),
    formatEstimate(test.ece.byStartup[lang] as Estimate),
  ]);
  return {
    title: 'Languages: is a pair treated alike whatever it is written in?',
    body: `\`npm run eval -- bias\`. Each thesis ranks all startups of its split (${dev.plain.candidates} on dev, ${test.plain.candidates} on test) in all nine languages by cosine; nine are right, one of them in its own language. \`centred\`: vectors less the offset of their language's mean, estimated on the training split and chosen on dev. Intervals: 95 %, by topic.

${table(['split', 'vectors', 'MAP', 'rank, same language', 'rank, other language', 'gap', 'same language among the first nine (neutral: 0.111)'], rows)}

### Mean rank of the right startup, test split, centred

Row: language of the thesis; column: of the startup.

${table(['', ...LANGUAGES], matrix)}

### Calibration error of the semantic signal, test split

All pairs: ${formatEstimate(test.ece.all)}. The right pairs weigh ${weights.CALIBRATION.prior}. An error is a sum of distances, so resampling only adds to it: intervals lie high.

${table(['language', 'of the thesis', 'of the startup'], errors)}`,
    charts: {
      rank: {
        svg: barChart({
          title: 'Mean rank of the right startup by its language, test split',
          labels: LANGUAGES,
          series: (['plain', 'centred'] as const).map((name) => ({
            name,
            values: LANGUAGES.map((b) => columnMean(test[name], b)),
          })),
        }),
        alt: 'Mean rank of the right startup by the language it is written in, plain and centred.',
      },
    },
  };
}
