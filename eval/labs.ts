/**
 * Needs and laboratories: whether the gates decide as an officer would, across units, scripts and days.
 *
 * @module
 */
import { type Pairing, pairingOf, whyNot } from '@kopru/sdk/engine';
import { readArguments } from './arguments.ts';
import type { Evaluation } from './evaluation.ts';
import { LAB_DAY, LAB_FILE, LAB_GATES, type LabCase, readLabCases } from './lab-cases.ts';

export const labs: Evaluation = {
  usage: '',
  summary: 'whether tests that are needed and laboratories are kept apart as an officer would',
  async run(args, { progress }) {
    readArguments(args, 0, {});
    const cases = await readLabCases();
    const mistakes = cases.flatMap(labMistakesIn);
    for (const mistake of mistakes) progress(mistake);
    return { gates: { cases: cases.length, wrong: mistakes.length } };
  },
};

/** What the engine says otherwise than the officer, one line a case. */
export function labMistakesIn({ line, need, lab, gates, why }: LabCase): string[] {
  const answer = whyNot(pairingOf('need', 'lab') as Pairing, need, lab, undefined, LAB_DAY);
  const said = LAB_GATES.map((name) => answer.gates.find(({ gate }) => gate === name)?.outcome);
  const [got, want] = [JSON.stringify(said), JSON.stringify(gates)];
  return got === want ? [] : [`${LAB_FILE}:${line}: ${why}: expected ${want}, got ${got}`];
}
