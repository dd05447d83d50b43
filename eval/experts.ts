/**
 * Teams and experts: whether the gates decide as an officer would, and whether a team finds the people who can do
 * what it lacks, in whatever languages the two are written.
 *
 * @module
 */
import { createMatchIndex, embedProfiles, normaliseProfile, type Pairing, pairingOf, whyNot } from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import { averagePrecision, mean, rank, reciprocalRank } from '@kopru/sdk/metrics';
import type { Profile } from '@kopru/sdk/schema';
import { readArguments } from './arguments.ts';
import { minisearch } from './baselines/minisearch.ts';
import type { Evaluation } from './evaluation.ts';
import {
  EXPERT_GATES,
  GATES_FILE,
  type GateCase,
  readGateCases,
  readTopicTexts,
  type TopicText,
} from './expert-cases.ts';
import { type Section, table, writeSection } from './report.ts';
import type { Scorer } from './retrieval.ts';
import { round } from './round.ts';

interface Ranked {
  readonly map: number;
  readonly mrr: number;
}

interface ExpertsResult {
  readonly gates: { readonly cases: number; readonly wrong: number; readonly eligible: number };
  readonly ranking: {
    readonly teams: number;
    readonly experts: number;
    readonly kopru: Ranked;
    readonly minisearch: Ranked;
  };
}

export const experts: Evaluation = {
  usage: '',
  summary: 'whether teams and experts are kept apart and ranked as an officer would',
  async run(args, { createEmbedder, progress }) {
    readArguments(args, 0, {});
    const cases = await readGateCases();
    const mistakes = cases.flatMap(mistakesIn);
    for (const mistake of mistakes) progress(mistake);
    const texts = await readTopicTexts();
    const [teams, candidates] = [of('team', texts), of('expert', texts)];
    const [pitches, abouts] = [teams, candidates].map((some) => some.map(({ text }) => text)) as [string[], string[]];
    const figures = (scorer: Scorer): Ranked => {
      const ranked = teams.map(({ topic }, i) => rank(scorer(i)).map((place) => candidates[place]?.topic === topic));
      return { map: mean(ranked.map(averagePrecision)), mrr: mean(ranked.map(reciprocalRank)) };
    };
    const result = round({
      gates: {
        cases: cases.length,
        wrong: mistakes.length,
        eligible: cases.filter(({ reasons }) => reasons.length === 0).length,
      },
      ranking: {
        teams: teams.length,
        experts: candidates.length,
        kopru: figures(await listScorer(teams, candidates, await createEmbedder())),
        minisearch: figures(minisearch(pitches, abouts)),
      },
    });
    await writeSection('experts', section(result));
    return result;
  },
};

const of = (kind: TopicText['kind'], texts: readonly TopicText[]) => texts.filter((text) => text.kind === kind);

/** What the engine says otherwise than the officer, one line a case. */
export function mistakesIn({ line, team, expert, gates, reasons, why }: GateCase): string[] {
  const answer = whyNot(pairingOf('startup', 'expert') as Pairing, team, expert);
  const said = {
    gates: EXPERT_GATES.map((name) => answer.gates.find(({ gate }) => gate === name)?.outcome),
    reasons: answer.gates.flatMap(({ message }) => message?.key ?? []),
    eligible: answer.eligible,
  };
  const [got, want] = [JSON.stringify(said), JSON.stringify({ gates, reasons, eligible: reasons.length === 0 })];
  return got === want ? [] : [`${GATES_FILE}:${line}: ${why}: expected ${want}, got ${got}`];
}

/** The scores of the lists as the engine makes them, of profiles that state nothing but their texts. */
async function listScorer(
  teams: readonly TopicText[],
  candidates: readonly TopicText[],
  embedder: Parameters<typeof embedProfiles>[1],
): Promise<Scorer> {
  const embedded = (kind: 'startup' | 'expert', texts: readonly TopicText[]) =>
    embedProfiles(
      texts.map(({ text, lang }, i) => {
        const profile = { name: `${i}`, [kind === 'startup' ? 'pitch' : 'about']: text, lang, status: 'active' };
        return normaliseProfile(kind, `${i}`, { ...profile, consent: { matching: true } } as Profile, DEFAULT_RATES);
      }),
      embedder,
    );
  const index = createMatchIndex(embedder);
  for (const entry of await embedded('expert', candidates)) index.set(entry);
  const subjects = await embedded('startup', teams);
  return (i) => {
    const scores = new Float64Array(candidates.length);
    for (const { id, score } of index.scores(subjects[i] as (typeof subjects)[number], { kind: 'expert' }))
      scores[Number(id)] = score;
    return scores;
  };
}

const section = ({ gates, ranking }: ExpertsResult): Section => ({
  title: 'Experts: do teams find the people whom they lack?',
  body: `\`npm run eval -- experts\`: ${gates.cases} cases of a team and an expert, written and decided by hand in \`eval/data/expert-gates.tsv\` (what the gates of country, language and role must answer, and every reason), against the engine's \`whyNot\`. **${gates.wrong} wrong**; ${gates.eligible} pairs are eligible.

The texts of ${ranking.teams} teams, two in each of the nine languages, and of ${ranking.experts} experts, two for each team, each in another language than the team's (\`eval/data/expert-teams.tsv\`): every team ranks all experts.

${table(
  ['system', 'MAP', 'MRR'],
  [
    ['Köprü', ranking.kopru.map, ranking.kopru.mrr],
    ['MiniSearch (BM25)', ranking.minisearch.map, ranking.minisearch.mrr],
  ],
)}

BM25 shares next to no words with a text in another language: it shows what the embedding adds, not what a search within one language would find. Written by one hand, with one need a text, and small: a difference of a few hundredths says nothing.`,
});
