/**
 * Structured mandates against startups, as an officer of a hub would decide them by hand: every case
 * of `data/mandates.tsv` says what each gate must answer and why. The engine has no part in the file.
 *
 * @module
 */
import { pairingOf, whyNot } from '@kopru/sdk/engine';
import { readArguments } from './arguments.ts';
import { barChart } from './chart.ts';
import type { Evaluation } from './evaluation.ts';
import { MANDATE_GATES, MANDATES_FILE, type MandateCase, type Outcome, readMandateCases } from './mandate-cases.ts';
import { type Section, table, writeSection } from './report.ts';

export interface MandatesResult {
  readonly cases: number;
  /** Cases in which the verdict, any gate's answer or any reason differs from the officer's. */
  readonly wrong: number;
  readonly eligible: number;
  /** How many cases each gate passes, does not know and fails, by the officer. */
  readonly byGate: Readonly<Record<string, Readonly<Record<Outcome, number>>>>;
  /** How many cases name each reason, by the officer. */
  readonly byReason: Readonly<Record<string, number>>;
}

export const mandates: Evaluation = {
  usage: '',
  summary: 'whether the gates answer hand-decided cases of mandates and startups as an officer would',
  async run(args, { progress }) {
    readArguments(args, 0, {});
    const cases = await readMandateCases();
    const mistakes = cases.flatMap(mistakesIn);
    for (const mistake of mistakes) progress(mistake);
    const result = summarise(cases, mistakes.length);
    await writeSection('mandates', section(result));
    return result;
  },
};

/** What the engine says otherwise than the officer, one line a case. */
export function mistakesIn({ line, startup, investor, gates, reasons, why }: MandateCase): string[] {
  const pairing = pairingOf('startup', 'investor');
  if (!pairing) throw new Error('startups and investors are not paired');
  const answer = whyNot(pairing, startup, investor);
  const said = {
    eligible: answer.eligible,
    gates: MANDATE_GATES.map((name) => answer.gates.find(({ gate }) => gate === name)?.outcome),
    reasons: answer.gates.flatMap(({ message }) => message?.key ?? []),
  };
  const expected = { eligible: reasons.length === 0, gates: MANDATE_GATES.map((name) => gates[name]), reasons };
  const [got, want] = [JSON.stringify(said), JSON.stringify(expected)];
  return got === want ? [] : [`${MANDATES_FILE}:${line}: ${why}: expected ${want}, got ${got}`];
}

/** Counts of the officer's answers; `wrong` is how many of them the engine does not give. */
export function summarise(cases: readonly MandateCase[], wrong: number): MandatesResult {
  const count = <T>(of: readonly T[], value: T) => of.filter((x) => x === value).length;
  const reasons = cases.flatMap((c) => c.reasons);
  return {
    cases: cases.length,
    wrong,
    eligible: cases.filter((c) => c.reasons.length === 0).length,
    byGate: Object.fromEntries(
      MANDATE_GATES.map((gate) => {
        const outcomes = cases.map((c) => c.gates[gate]);
        return [
          gate,
          { pass: count(outcomes, 'pass'), unknown: count(outcomes, 'unknown'), fail: count(outcomes, 'fail') },
        ];
      }),
    ),
    byReason: Object.fromEntries([...new Set(reasons)].map((reason) => [reason, count(reasons, reason)])),
  };
}

function section({ cases, wrong, eligible, byGate, byReason }: MandatesResult): Section {
  const gates = Object.entries(byGate);
  return {
    title: 'Mandates: do the gates decide as an officer would?',
    body: `\`npm run eval -- mandates\`: ${cases} cases of a mandate and a startup, written and decided by hand in \`eval/data/mandates.tsv\` (what each of the five gates must answer, and every reason in order), against the engine's \`whyNot\`. **${wrong} wrong.** ${eligible} pairs are eligible, ${cases - eligible} are not.

${table(
  ['gate', 'pass', 'unknown', 'fail'],
  gates.map(([gate, { pass, unknown, fail }]) => [gate, pass, unknown, fail]),
)}

${table(['reason', 'cases'], Object.entries(byReason))}

The cases stand on the limits: equal to the smallest ticket and one unit below it in each of the ten currencies, a tenth of a round and one unit more, members of every region and their neighbours, gaps in a list of stages, exclusions by sector, by field and in words of nine languages, either side silent, and several limits at once. They were decided by one who knows the rules, so they show that the rules are carried out as meant; whether the rules are right is for a hub to say.`,
    charts: {
      gates: {
        svg: barChart({
          title: 'Cases by gate and answer',
          labels: gates.map(([gate]) => gate),
          series: (['pass', 'unknown', 'fail'] as const).map((outcome) => ({
            name: outcome,
            values: gates.map(([, counts]) => counts[outcome]),
          })),
        }),
        alt: `Cases that pass, are unknown and fail, by gate: ${gates.map(([gate, { pass, unknown, fail }]) => `${gate} ${pass}, ${unknown}, ${fail}`).join('; ')}`,
      },
    },
  };
}
