/**
 * Funds and portfolios, as an officer of a hub would decide them by hand: every case of `data/funds.tsv` says
 * whether the money that is left and the companies that were funded keep a pair apart, which company is in the
 * way, and which would buy. The engine has no part in the file.
 *
 * @module
 */
import { type Pairing, pairingOf, whyNot } from '@kopru/sdk/engine';
import { readArguments } from './arguments.ts';
import type { Evaluation } from './evaluation.ts';
import { FUND_MARKS, FUNDS_FILE, type MandateCase, readFundCases } from './mandate-cases.ts';
import { type Section, table, writeSection } from './report.ts';

type FundCase = MandateCase<(typeof FUND_MARKS)[number]>;

export interface FundsResult {
  readonly cases: number;
  /** Cases in which any answer, any reason or the company differs from the officer's. */
  readonly wrong: number;
  readonly eligible: number;
  /** How many cases each of {@link FUND_MARKS} passes, does not know and fails, by the officer. */
  readonly byMark: Readonly<Record<string, readonly [number, number, number]>>;
}

export const funds: Evaluation = {
  usage: '',
  summary: 'whether what funds have left and have funded keeps pairs apart as an officer would',
  async run(args, { progress }) {
    readArguments(args, 0, {});
    const cases = await readFundCases();
    const mistakes = cases.flatMap(mistakesIn);
    for (const mistake of mistakes) progress(mistake);
    const result = summarise(cases, mistakes.length);
    await writeSection('funds', section(result));
    return result;
  },
};

/** What the engine says otherwise than the officer, one line a case. */
export function mistakesIn({ line, startup, investor, gates, reasons, company, why }: FundCase): string[] {
  const pairing = pairingOf('startup', 'investor') as Pairing;
  const answer = whyNot(pairing, startup, investor);
  const extra = pairing.extras?.find(({ name }) => name === 'synergy');
  const synergy = extra?.measure({ startup, investor } as never);
  const told = [...answer.gates.map(({ message }) => message), synergy?.reason].flatMap((message) =>
    message && 'company' in message.evidence ? [message.evidence.company] : [],
  );
  // A gate that has nothing to say of a pair is not among its gates.
  const outcome = (name: string) => answer.gates.find(({ gate }) => gate === name)?.outcome ?? 'unknown';
  const said = {
    marks: [outcome('ticket'), outcome('portfolio'), synergy?.value === 1 ? 'pass' : 'unknown'],
    reasons: answer.gates.flatMap(({ message }) => message?.key ?? []),
    company: told[0] ?? '',
  };
  const expected = { marks: FUND_MARKS.map((mark) => gates[mark]), reasons, company };
  const [got, want] = [JSON.stringify(said), JSON.stringify(expected)];
  return got === want ? [] : [`${FUNDS_FILE}:${line}: ${why}: expected ${want}, got ${got}`];
}

/** Counts of the officer's answers; `wrong` is how many of them the engine does not give. */
export function summarise(cases: readonly FundCase[], wrong: number): FundsResult {
  const count = (mark: (typeof FUND_MARKS)[number], of: string) => cases.filter((c) => c.gates[mark] === of).length;
  return {
    cases: cases.length,
    wrong,
    eligible: cases.filter((c) => c.reasons.length === 0).length,
    byMark: Object.fromEntries(
      FUND_MARKS.map((mark) => [mark, [count(mark, 'pass'), count(mark, 'unknown'), count(mark, 'fail')] as const]),
    ),
  };
}

const section = ({ cases, wrong, eligible, byMark }: FundsResult): Section => ({
  title: 'Funds: do the money left and the portfolio decide as an officer would?',
  body: `\`npm run eval -- funds\`: ${cases} cases of a fund and a startup, written and decided by hand in \`eval/data/funds.tsv\`, sectors in words of nine languages, against the engine's \`whyNot\` and its signal of synergy. **${wrong} wrong**; ${eligible} pairs are eligible.

${table(
  ['what', 'pass', 'unknown', 'fail'],
  Object.entries(byMark).map(([mark, counts]) => [mark, ...counts]),
)}

A synergy passes where a company of the portfolio would buy from the startup or partner with it, and the case says which; there is none to fail. Decided by one who knows the rules: the cases show that the rules are carried out as meant.`,
});
