/**
 * Startups and what others need of them: whether country and day decide as an officer would.
 *
 * @module
 */
import { type Pairing, pairingOf, whyNot } from '@kopru/sdk/engine';
import { readArguments } from './arguments.ts';
import type { Evaluation } from './evaluation.ts';
import { LAB_DAY } from './lab-cases.ts';
import { caseProfile, dataFile, outcomesOf, standing } from './pairing-cases.ts';
import { parseTsv, readBytes } from './tsv.ts';

const FILE = dataFile('need-gates.tsv');
const GATES = ['country', 'neededBy'] as const;

export const needs: Evaluation = {
  usage: '',
  summary: 'whether startups and needs are kept apart as an officer would',
  async run(args, { progress }) {
    readArguments(args, 0, {});
    const { cases, mistakes } = await decideNeeds();
    for (const mistake of mistakes) progress(mistake);
    return { gates: { cases, wrong: mistakes.length } };
  },
};

/** What the engine says otherwise than the officer in all cases, one line a case. */
export async function decideNeeds(): Promise<{ cases: number; mistakes: string[] }> {
  const rows = parseTsv(FILE, await readBytes(FILE), ['startup', 'need', 'by', 'gates', 'why']);
  const mistakes = rows.flatMap(({ line, cells }) => {
    const cell = (column: string) => cells.get(column) || undefined;
    const startup = caseProfile('startup', { ...standing(undefined), country: cell('startup') });
    const need = caseProfile('need', {
      ...standing(undefined),
      supplierCountries: cell('need')?.split(' '),
      neededBy: cell('by'),
    });
    const answer = whyNot(pairingOf('startup', 'need') as Pairing, startup, need, undefined, LAB_DAY);
    const got = GATES.map((name) => answer.gates.find(({ gate }) => gate === name)?.outcome).join();
    const want = outcomesOf(cell('gates') ?? '').join();
    return got === want ? [] : [`${FILE}:${line}: ${cell('why')}: expected ${want}, got ${got}`];
  });
  return { cases: rows.length, mistakes };
}
