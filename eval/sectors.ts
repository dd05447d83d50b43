import { createSectorMapper, type SectorMapper } from '@kopru/sdk/engine';
import type { Embedder } from '@kopru/sdk/engine/embedder';
import { readArguments } from './arguments.ts';
import { type Evaluation, UsageError } from './evaluation.ts';
import { round } from './round.ts';
import { inferenceOf, intervalsOf, mapAll, outcomesOfWordSearch, sharesOf } from './sectors-measure.ts';
import { writeSectorsSection } from './sectors-report.ts';
import { readSectorTexts, readSectorTopics, type SectorText } from './sectors-truth.ts';
import { LANGUAGES, SPLITS, type Split } from './texts.ts';
import { vectorsOf } from './vectors.ts';

/** What `sectors` prints, and what its section of the report says. */
export type SectorsReport = Awaited<ReturnType<typeof measure>>;

export const sectors: Evaluation = {
  usage: `[--split ${SPLITS.join('|')}]`,
  summary: "how well the sector of a text is told, beside the sectors' names alone and word search",
  async run(args, { createEmbedder, progress }) {
    const { values } = readArguments(args, 0, { split: { type: 'string', default: 'test' } });
    const split = SPLITS.find((s) => s === values.split);
    if (!split) throw new UsageError(`--split must be one of ${SPLITS.join(', ')}`);
    const report = await measure(split, await createEmbedder(), progress);
    // The report speaks of test; dev is for choosing.
    if (split === 'test') await writeSectorsSection(report);
    return report;
  },
};

async function measure(split: Split, embedder: Embedder, progress: (line: string) => void) {
  // As the engine does: less what they say of their language.
  const { embed, centred } = vectorsOf(embedder, progress);
  const startups = await readSectorTexts(split, 'startup');
  const theses = await readSectorTexts(split, 'thesis');
  const vectors = await centred(startups);
  const thesisVectors = await centred(theses);
  const topics = await readSectorTopics();
  const topicVectors = await centred(topics);

  const byNames = await createSectorMapper({ ...embedder, embed: async (texts) => embed(texts) });
  const mapper = await mapperOf(embedder, byNames);
  const outcomes = mapAll(mapper, startups, vectors);
  const words = outcomesOfWordSearch(startups);
  const infer = (texts: readonly SectorText[], all: readonly Float32Array[]) =>
    texts.map(({ text }, i) => mapper.infer([{ text, vector: all[i] as Float32Array }]));

  return {
    split,
    model: embedder.id,
    texts: startups.length,
    topics: new Set(startups.map(({ topic }) => topic)).size,
    ...round(sharesOf(outcomes)),
    intervals: round(intervalsOf(outcomes)),
    byLang: Object.fromEntries(
      LANGUAGES.map((lang) => [lang, round(sharesOf(outcomes.filter((o) => o.lang === lang)))]),
    ),
    namesOnly: round(sharesOf(mapAll(byNames, startups, vectors))),
    baseline: round(sharesOf(words)),
    baselineIntervals: round(intervalsOf(words)),
    theses: round(sharesOf(mapAll(mapper, theses, thesisVectors))),
    ownTopics: round(sharesOf(mapAll(mapper, topics, topicVectors))),
    inferred: {
      startups: round(inferenceOf(startups, infer(startups, vectors))),
      theses: round(inferenceOf(theses, infer(theses, thesisVectors))),
    },
  };
}

/** What ships with our model; any other embedder has the names alone. */
async function mapperOf({ id }: Embedder, byNames: SectorMapper): Promise<SectorMapper> {
  const own = (await import('@kopru/model')).sectors();
  return own.model === id ? own : byNames;
}
