import { formatEstimate } from '@kopru/sdk/metrics';
import { type Ablation, ablate, type Ranking } from './ablation-measure.ts';
import { readArguments } from './arguments.ts';
import { barChart } from './chart.ts';
import type { Evaluation } from './evaluation.ts';
import { table, writeSection } from './report.ts';
import { retrievalTask } from './retrieval.ts';
import { round } from './round.ts';
import { readCorpus, type Split } from './texts.ts';
import { vectorsOf } from './vectors.ts';

export const ablation: Evaluation = {
  usage: '',
  summary: "the engine's score against the embedding alone, with each signal left out, and what a score means",
  async run(args, { createEmbedder, progress }) {
    readArguments(args, 0, {});
    const embedder = await createEmbedder();
    const { centred } = vectorsOf(embedder, progress);
    const measured = async (split: Split) => {
      const task = retrievalTask(await readCorpus(split));
      const [theses, startups] = [await centred(task.queries), await centred(task.candidates)];
      progress(`${split} split: ${task.queries.length} theses, ${task.candidates.length} startups`);
      return ablate(task, theses, startups);
    };
    const report = { dev: await measured('dev'), test: await measured('test') };
    await writeSection('ablation', section(report));
    return round({ model: embedder.id, ...report });
  },
};

/** A reader's name for each band of scores, from the widget's words. */
const BAND_NAMES = ['80 and above (strong)', '65 to 80 (good)', '50 to 65 (partial)', 'below 50 (weak)'];

function section({ dev, test }: { readonly dev: Ablation; readonly test: Ablation }) {
  const ways = ({ engine, semanticAndSector, textOnly, without }: Ablation): [string, Ranking][] => [
    ['all signals', engine],
    ['semantic and sector', semanticAndSector],
    ['texts alone, nothing else stated', textOnly],
    ...Object.entries(without).map(([name, ranking]): [string, Ranking] => [`without ${name}`, ranking]),
  ];
  const onTest = ways(test);
  const rows = ways(dev).map(([name, onDev], i) => {
    const { map, gain } = (onTest[i] as [string, Ranking])[1];
    return [name, formatEstimate(onDev.map), formatEstimate(onDev.gain), formatEstimate(map), formatEstimate(gain)];
  });
  return {
    title: 'Signals: does each earn its place, and what does a score mean?',
    body: `\`npm run eval -- ablation\`. Each thesis ranks all startups of its split in all nine languages, eligible or not; the nine of its topic are right. MAP, and how far it lies above that of the embedding alone; 95 % intervals by topic (${dev.topics} on dev, ${test.topics} on test). Texts are dressed in the facets that the demo invents for their topic: **only the sector comes from the corpus and is evidence**, and there every sector stated is right. Stage, country, ticket and languages were drawn so that a topic's pair mostly fits; what they add says that the score uses them, not that a market would agree. The corpus knows nothing of corridors and working languages: that they change little is as it should be.

${table(['', 'dev', 'gain', 'test', 'gain'], [['the embedding alone', formatEstimate(dev.embedding), '', formatEstimate(test.embedding), ''], ...rows])}

### What a score means

Lists of one thesis over the startups of one language, less those that a gate keeps out, the first ten of each: how many of the pairs shown have a score in the band, and which share of those is of one topic. Each list holds at most one right answer, and neighbours that would pass for it count as wrong; against that, the invented facets mostly fit the right one. The shares are of these lists: in a larger market they are lower.

${table(
  ['score', 'dev, shown', 'right', 'test, shown', 'right'],
  BAND_NAMES.map((name, i) => {
    const [onDev, on] = [dev.bands[i], test.bands[i]] as [Ablation['bands'][number], Ablation['bands'][number]];
    return [name, onDev.shown, onDev.right.toFixed(3), on.shown, on.right.toFixed(3)];
  }),
)}`,
    charts: {
      map: {
        svg: barChart({
          title: 'MAP with one signal left out, test split',
          labels: ['alone', 'all', ...Object.keys(test.without).map((name) => `−${name}`)],
          series: [
            {
              name: 'MAP',
              values: [test.embedding, test.engine.map, ...Object.values(test.without).map(({ map }) => map)].map(
                ({ value }) => value,
              ),
            },
          ],
        }),
        alt: 'MAP of the embedding alone, of all signals, and with each signal left out.',
      },
    },
  };
}
