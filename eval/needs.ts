/**
 * Startups and what others need of them: whether country and day decide as an officer would.
 *
 * @module
 */
import { fileURLToPath } from 'node:url';
import {
  type NormalProfile,
  normaliseProfile,
  type Pairing,
  pairingOf,
  validateProfile,
  whyNot,
} from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import type { Kind } from '@kopru/sdk/schema';
import { readArguments } from './arguments.ts';
import type { Evaluation } from './evaluation.ts';
import { LAB_DAY } from './lab-cases.ts';
import { parseTsv, readBytes } from './tsv.ts';

const FILE = fileURLToPath(new URL('data/need-gates.tsv', import.meta.url));
const GATES = ['country', 'neededBy'] as const;
const OUTCOMES: Readonly<Record<string, string>> = { '+': 'pass', '?': 'unknown', '-': 'fail' };

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
    const startup = profile('startup', { pitch: 'A case.', country: cell('startup') });
    const need = profile('need', {
      about: 'A case.',
      supplierCountries: cell('need')?.split(' '),
      neededBy: cell('by'),
    });
    const answer = whyNot(pairingOf('startup', 'need') as Pairing, startup, need, undefined, LAB_DAY);
    const got = GATES.map((name) => answer.gates.find(({ gate }) => gate === name)?.outcome).join();
    const want = [...(cell('gates') ?? '')].map((mark) => OUTCOMES[mark]).join();
    return got === want ? [] : [`${FILE}:${line}: ${cell('why')}: expected ${want}, got ${got}`];
  });
  return { cases: rows.length, mistakes };
}

function profile(kind: Kind, stated: object): NormalProfile {
  const given = JSON.parse(JSON.stringify({ name: kind, lang: 'en', consent: { matching: true }, ...stated }));
  const result = validateProfile(kind, given);
  if (!result.ok) throw new Error(result.issues.map(({ path, message }) => `${path} ${message}`).join('; '));
  return normaliseProfile(kind, kind, result.value, DEFAULT_RATES);
}
