import { dayOf, type NormalProfile, scoreOf } from '@kopru/sdk/engine';
// Gates and single signals are no part of the public engine, whose lists leave pairs out.
import { averagePrecision, bootstrap, type Estimate, rank } from '@kopru/sdk/metrics';
import { gate } from '../packages/sdk/src/engine/gate.ts';
import { type Pairing, SIGNAL_NAMES, type SignalName } from '../packages/sdk/src/engine/pairing.ts';
import { measureSignals } from '../packages/sdk/src/engine/score.ts';
import { pairingOf } from '../packages/sdk/src/pairings/index.ts';
import { bare, dressed } from './ablation-profiles.ts';
import { dot, type RetrievalTask } from './retrieval.ts';
import { LANGUAGES } from './texts.ts';

/** Lowest scores of the bands that the widget puts a word to: strong, good, partial, weak fit. */
const BANDS = [80, 65, 50, 0] as const;
/** Length of the lists whose scores are judged. */
const SHOWN = 10;

/** MAP of one way to rank, and by how much it is above that of the embedding alone. */
export interface Ranking {
  readonly map: Estimate;
  readonly gain: Estimate;
}

/** Of the pairs that lists show with a score in one band: how many, and the share that is of one topic. */
interface Band {
  readonly from: number;
  readonly shown: number;
  readonly right: number;
}

export interface Ablation {
  readonly topics: number;
  /** MAP of the cosine alone. */
  readonly embedding: Estimate;
  /** The engine's score on profiles with all facets, on profiles with texts alone, and with signals left out. */
  readonly engine: Ranking;
  readonly textOnly: Ranking;
  readonly semanticAndSector: Ranking;
  readonly without: Readonly<Record<SignalName, Ranking>>;
  readonly bands: readonly Band[];
}

/** A way to score: on which profiles, and which signals count. */
interface Way {
  readonly of: 'dressed' | 'bare';
  counts(name: SignalName): boolean;
}

const WAYS: ReadonlyMap<string, Way> = new Map<string, Way>([
  ['engine', { of: 'dressed', counts: () => true }],
  ['textOnly', { of: 'bare', counts: () => true }],
  ['semanticAndSector', { of: 'dressed', counts: (name) => name === 'semantic' || name === 'sector' }],
  ...SIGNAL_NAMES.map((left): [string, Way] => [left, { of: 'dressed', counts: (name) => name !== left }]),
]);

/**
 * Ranks all startups for every thesis, eligible or not, by the embedding and by the engine's score in
 * all ways.
 *
 * @param theses vectors of the task's queries, @param startups vectors of its candidates.
 */
export function ablate(
  task: RetrievalTask,
  theses: readonly Float32Array[],
  startups: readonly Float32Array[],
  resamples?: number,
): Ablation {
  const pairing = pairingOf('startup', 'investor') as Pairing;
  const profiles = {
    dressed: { theses: dressed(task.queries), startups: dressed(task.candidates) },
    bare: { theses: bare(task.queries), startups: bare(task.candidates) },
  };
  const precisions = new Map<string, number[]>();
  const bands = BANDS.map((from) => ({ from, shown: 0, right: 0 }));

  for (const [q, query] of task.queries.entries()) {
    const right = task.candidates.map(({ topic }) => topic === query.topic);
    const judge = (way: string, scores: readonly number[]) => {
      const precision = averagePrecision(rank(scores).map((c) => right[c] as boolean));
      precisions.set(way, [...(precisions.get(way) ?? []), precision]);
    };
    const cosines = startups.map((startup) => dot(theses[q] as Float32Array, startup));
    const pairOf = (of: Way['of'], c: number) => ({
      startup: profiles[of].startups[c] as NormalProfile,
      investor: profiles[of].theses[q] as NormalProfile,
    });
    const signals = (of: Way['of']) => cosines.map((cosine, c) => measureSignals(pairing, pairOf(of, c), cosine));
    const measured = { dressed: signals('dressed'), bare: signals('bare') };

    judge('embedding', cosines);
    for (const [way, { of, counts }] of WAYS) {
      const scores = measured[of].map((all) => scoreOf(all.filter(({ name }) => counts(name))));
      // As `match` orders: by score in its steps of 0.1, then by cosine.
      judge(
        way,
        scores.map((score, c) => Math.round(score * 10) + ((cosines[c] as number) + 1) / 4),
      );
      if (way !== 'engine') continue;
      // A list as a hub has it: one startup of each topic, here all in one language, less those kept out.
      for (const lang of LANGUAGES) {
        const eligible = task.candidates.flatMap((candidate, c) => {
          const pair = pairOf('dressed', c);
          return candidate.lang === lang && gate(pairing, pair, pair.startup, dayOf(new Date())).eligible ? [c] : [];
        });
        eligible.sort((a, b) => (scores[b] as number) - (scores[a] as number));
        for (const c of eligible.slice(0, SHOWN)) {
          const band = bands.find(({ from }) => (scores[c] as number) >= from) as (typeof bands)[number];
          band.shown++;
          if (right[c]) band.right++;
        }
      }
    }
  }

  const topics = [...new Set(task.queries.map(({ topic }) => topic))];
  const topicOf = task.queries.map(({ topic }) => topics.indexOf(topic));
  const meanOf = (values: readonly number[]) =>
    bootstrap(
      topics.length,
      (times) => {
        let [sum, count] = [0, 0];
        for (const [q, value] of values.entries()) {
          sum += value * (times[topicOf[q] as number] as number);
          count += times[topicOf[q] as number] as number;
        }
        return sum / count;
      },
      { resamples },
    );
  const alone = precisions.get('embedding') as number[];
  const ranking = (way: string): Ranking => {
    const own = precisions.get(way) as number[];
    return { map: meanOf(own), gain: meanOf(own.map((precision, q) => precision - (alone[q] as number))) };
  };
  return {
    topics: topics.length,
    embedding: meanOf(alone),
    engine: ranking('engine'),
    textOnly: ranking('textOnly'),
    semanticAndSector: ranking('semanticAndSector'),
    without: Object.fromEntries(SIGNAL_NAMES.map((name) => [name, ranking(name)])) as Record<SignalName, Ranking>,
    bands: bands.map(({ from, shown, right }) => ({ from, shown, right: right / (shown || 1) })),
  };
}
