/**
 * Whether a patent finds those that describe the same in another language: `npm run eval -- neighbours`.
 *
 * @module
 */
import { createMatchIndex, embedProfiles, neighboursOf, normaliseProfile } from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import { averagePrecision, mean, rank } from '@kopru/sdk/metrics';
import type { Profile } from '@kopru/sdk/schema';
import { readArguments } from './arguments.ts';
import { minisearch } from './baselines/minisearch.ts';
import type { Evaluation } from './evaluation.ts';
import { dataFile, readTopicTexts } from './pairing-cases.ts';
import { patentLabs } from './patent-labs.ts';
import { patents } from './patents.ts';
import { table, writeSection } from './report.ts';
import { round } from './round.ts';
import { parseTsv, readBytes } from './tsv.ts';

/** An abstract; those of one topic describe the same. */
interface Abstract {
  readonly topic: string;
  readonly lang: string;
  readonly text: string;
}

const FILE = 'neighbour-texts.tsv';

/** The abstracts of `patent-texts.tsv`, two a topic, and those of `patent-lab-texts.tsv` with the one of {@link FILE}. */
async function readAbstracts(): Promise<Abstract[]> {
  const of = async (cases: typeof patents, prefix: string): Promise<Abstract[]> =>
    (await readTopicTexts(cases))
      .filter(({ kind }) => kind === 'patent')
      .map(({ topic, lang, text }) => ({ topic: prefix + topic, lang, text }));
  const file = dataFile(FILE);
  const others = parseTsv(file, await readBytes(file), ['topic', 'lang', 'text']).map(({ cells }) => ({
    topic: `lab-${cells.get('topic')}`,
    lang: cells.get('lang') as string,
    text: cells.get('text') as string,
  }));
  return [...(await of(patents, 'startup-')), ...(await of(patentLabs, 'lab-')), ...others];
}

/** How the abstracts of one topic stand among all others, most alike first. */
function figures(all: readonly Abstract[], order: readonly (readonly number[])[]) {
  const relevant = order.map((places, i) => places.map((place) => all[place]?.topic === all[i]?.topic));
  return {
    map: mean(relevant.map(averagePrecision)),
    recallAt10: mean(relevant.map((hits) => hits.slice(0, 10).filter(Boolean).length / hits.filter(Boolean).length)),
  };
}

export const neighbours: Evaluation = {
  usage: '',
  summary: 'whether a patent finds those that describe the same in another language, against BM25',
  async run(args, { createEmbedder }) {
    readArguments(args, 0, {});
    const all = await readAbstracts();
    const embedder = await createEmbedder();
    const embedded = await embedProfiles(
      all.map(({ text, lang }, i) => {
        const profile = { name: `${i}`, abstract: text, lang, status: 'active', consent: { matching: true } };
        return normaliseProfile('patent', `${i}`, profile as Profile, DEFAULT_RATES);
      }),
      embedder,
    );
    const index = createMatchIndex(embedder);
    for (const entry of embedded) index.set(entry);
    const texts = all.map(({ text }) => text);
    const scorer = minisearch(texts, texts);
    const result = round({
      queries: all.length,
      kopru: figures(
        all,
        embedded.map((entry) => neighboursOf(index, entry, all.length).map(({ id }) => Number(id))),
      ),
      minisearch: figures(
        all,
        all.map((_, i) => rank(scorer(i)).filter((place) => place !== i)),
      ),
    });
    await writeSection('neighbours', {
      title: 'Neighbours: do patents find those that describe the same?',
      body: `\`npm run eval -- neighbours\`: ${result.queries} made-up abstracts, two of each invention in different languages, written by one hand (the patents of \`eval/data/patent-texts.tsv\` and \`patent-lab-texts.tsv\`, and \`${FILE}\`). Each ranks all others, and the one of its invention is right.

${table(
  ['system', 'MAP', 'recall@10'],
  [
    ['Köprü', result.kopru.map, result.kopru.recallAt10],
    ['MiniSearch (BM25)', result.minisearch.map, result.minisearch.recallAt10],
  ],
)}

BM25 shares next to no words with a text in another language. Abstracts of offices are ten times as long, and among millions: how much of that is found this does not say.`,
    });
    return result;
  },
};
