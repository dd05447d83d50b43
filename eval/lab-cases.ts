/**
 * Reads `data/lab-gates.tsv`: tests that are needed and laboratories, as an officer of a hub decided them.
 *
 * @module
 */
import type { NormalProfile } from '@kopru/sdk/engine';
import { parseScopeLine } from '@kopru/sdk/facets';
import { caseProfile, dataFile, outcomesOf, standing } from './pairing-cases.ts';
import { parseTsv, readBytes } from './tsv.ts';

export const LAB_FILE = dataFile('lab-gates.tsv');
/** The day of the cases. */
export const LAB_DAY = '2026-11-28';
/** The gates in the order of the column `gates`. */
export const LAB_GATES = ['item', 'standard', 'range', 'uncertainty', 'recognition', 'validUntil', 'neededBy'] as const;

export interface LabCase {
  readonly line: number;
  readonly about: string;
  readonly need: NormalProfile;
  readonly lab: NormalProfile;
  /** What each gate must answer. */
  readonly gates: readonly string[];
  readonly why: string;
}

/** @throws {Error} naming the first profile that the schema refuses. */
export async function readLabCases(): Promise<LabCase[]> {
  const rows = parseTsv(LAB_FILE, await readBytes(LAB_FILE), ['about', 'need', 'lab', 'gates', 'why']);
  return rows.map(({ line, cells }) => {
    const cell = (column: string) => cells.get(column) as string;
    const [need, lab] = [words(cell('need')), words(cell('lab'))];
    // A need is written as the line of a scope would be.
    const test = parseScopeLine(
      [
        need.item ?? '',
        need.standards ?? '',
        ...(need.range ? [need.range] : []),
        ...(need.u ? [`±${need.u}`] : []),
      ].join(';'),
    );
    return {
      line,
      about: cell('about'),
      need: caseProfile('need', { ...SHOWN, neededBy: need.by, test: { ...test, countries: need.in?.split(',') } }),
      lab: caseProfile('lab', {
        ...SHOWN,
        scope: lab.scope?.split('|'),
        accreditation: lab.body && { body: lab.body, validUntil: lab.until },
        recognisedIn: lab.recognised?.split(','),
        leadTimeDays: lab.lead && Number(lab.lead),
      }),
      gates: outcomesOf(cell('gates')),
      why: cell('why'),
    };
  });
}

const SHOWN = standing(undefined);

const NAMES = 'item|standards|range|u|in|by|scope|body|until|recognised|lead';

/** `word=value`, where a value may hold spaces. */
const words = (cell: string): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    cell.split(new RegExp(` (?=(?:${NAMES})=)`)).map((part) => [part.split('=')[0], part.slice(part.indexOf('=') + 1)]),
  );
