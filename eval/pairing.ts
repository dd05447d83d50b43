/**
 * Cases of a pairing that were decided by hand: whether the gates decide as an officer would, and whether who seeks
 * finds who is right, in whatever languages the two are written.
 *
 * @module
 */
import { createMatchIndex, embedProfiles, normaliseProfile, type Pairing, pairingOf, whyNot } from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import { averagePrecision, mean, rank, reciprocalRank } from '@kopru/sdk/metrics';
import { KINDS, type Kind, type Profile } from '@kopru/sdk/schema';
import { readArguments } from './arguments.ts';
import { minisearch } from './baselines/minisearch.ts';
import type { Evaluation } from './evaluation.ts';
import {
  dataFile,
  type GateCase,
  type PairingCases,
  readGateCases,
  readTopicTexts,
  type TopicText,
} from './pairing-cases.ts';
import { type Section, type SectionName, table, writeSection } from './report.ts';
import type { Scorer } from './retrieval.ts';
import { round } from './round.ts';

/** A pairing that is measured, and what its section of the report says. */
export interface PairingEvaluation extends PairingCases {
  readonly name: SectionName;
  readonly summary: string;
  readonly title: string;
  /** What a case of the gates is, and what they decide. */
  readonly gatesAbout: string;
  /** Whose texts are ranked by whom; `subjects` and `candidates` are their numbers. */
  readonly textsAbout: (subjects: number, candidates: number) => string;
}

interface Ranked {
  readonly map: number;
  readonly mrr: number;
}

interface Result {
  readonly gates: { readonly cases: number; readonly wrong: number; readonly eligible: number };
  readonly ranking: {
    readonly subjects: number;
    readonly candidates: number;
    readonly kopru: Ranked;
    readonly minisearch: Ranked;
  };
}

export const pairingEvaluation = (pairing: PairingEvaluation): Evaluation => ({
  usage: '',
  summary: pairing.summary,
  async run(args, { createEmbedder, progress }) {
    readArguments(args, 0, {});
    const cases = await readGateCases(pairing);
    const mistakes = cases.flatMap((one) => mistakesIn(pairing, one));
    for (const mistake of mistakes) progress(mistake);
    const texts = await readTopicTexts(pairing);
    const [subjects, candidates] = pairing.columns.map((side) => texts.filter(({ kind }) => kind === side)) as [
      TopicText[],
      TopicText[],
    ];
    const figures = (scorer: Scorer): Ranked => {
      const ranked = subjects.map(({ topic }, i) => rank(scorer(i)).map((place) => candidates[place]?.topic === topic));
      return { map: mean(ranked.map(averagePrecision)), mrr: mean(ranked.map(reciprocalRank)) };
    };
    const plain = ([...some]: readonly TopicText[]) => some.map(({ text }) => text);
    const result: Result = round({
      gates: {
        cases: cases.length,
        wrong: mistakes.length,
        eligible: cases.filter(({ reasons }) => reasons.length === 0).length,
      },
      ranking: {
        subjects: subjects.length,
        candidates: candidates.length,
        kopru: figures(await listScorer(pairing.sides, subjects, candidates, await createEmbedder())),
        minisearch: figures(minisearch(plain(subjects), plain(candidates))),
      },
    });
    await writeSection(pairing.name, section(pairing, result));
    return result;
  },
});

/** What the engine says otherwise than the officer, one line a case. */
export function mistakesIn(
  { sides, gates: names, gatesFile }: PairingCases,
  { line, subject, candidate, day, gates, reasons, why }: GateCase,
): string[] {
  const answer = whyNot(pairingOf(...sides) as Pairing, subject, candidate, undefined, day);
  const said = {
    gates: names.map((name) => answer.gates.find(({ gate }) => gate === name)?.outcome),
    reasons: answer.gates.flatMap(({ message }) => message?.key ?? []),
    eligible: answer.eligible,
  };
  const [got, want] = [JSON.stringify(said), JSON.stringify({ gates, reasons, eligible: reasons.length === 0 })];
  return got === want ? [] : [`${dataFile(gatesFile)}:${line}: ${why}: expected ${want}, got ${got}`];
}

/** The scores of the lists as the engine makes them, of profiles that state nothing but their texts. */
async function listScorer(
  [seeks, sought]: readonly [Kind, Kind],
  subjects: readonly TopicText[],
  candidates: readonly TopicText[],
  embedder: Parameters<typeof embedProfiles>[1],
): Promise<Scorer> {
  const embedded = (kind: Kind, texts: readonly TopicText[]) =>
    embedProfiles(
      texts.map(({ text, lang }, i) => {
        const profile = { name: `${i}`, [KINDS[kind].text]: text, lang, status: 'active' };
        return normaliseProfile(kind, `${i}`, { ...profile, consent: { matching: true } } as Profile, DEFAULT_RATES);
      }),
      embedder,
    );
  const index = createMatchIndex(embedder);
  for (const entry of await embedded(sought, candidates)) index.set(entry);
  const asked = await embedded(seeks, subjects);
  return (i) => {
    const scores = new Float64Array(candidates.length);
    for (const { id, score } of index.scores(asked[i] as (typeof asked)[number], { kind: sought }))
      scores[Number(id)] = score;
    return scores;
  };
}

const section = (
  { name, title, gatesFile, textsFile, gatesAbout, textsAbout }: PairingEvaluation,
  { gates, ranking }: Result,
): Section => ({
  title,
  body: `\`npm run eval -- ${name}\`: ${gates.cases} cases of ${gatesAbout}, written and decided by hand in \`eval/data/${gatesFile}\`, against the engine's \`whyNot\`. **${gates.wrong} wrong**; ${gates.eligible} pairs are eligible.

${textsAbout(ranking.subjects, ranking.candidates)} (\`eval/data/${textsFile}\`).

${table(
  ['system', 'MAP', 'MRR'],
  [
    ['Köprü', ranking.kopru.map, ranking.kopru.mrr],
    ['MiniSearch (BM25)', ranking.minisearch.map, ranking.minisearch.mrr],
  ],
)}

BM25 shares next to no words with a text in another language: it shows what the embedding adds, not what a search within one language would find. Written by one hand, with one need a text, and small: a difference of a few hundredths says nothing.`,
});
