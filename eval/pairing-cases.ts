/**
 * Reads the cases of a pairing as an officer of a hub decided them: `data/NAME-gates.tsv`, and texts by topic.
 *
 * @module
 */
import { fileURLToPath } from 'node:url';
import { type NormalProfile, normaliseProfile, validateProfile } from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import { KINDS, type Kind } from '@kopru/sdk/schema';
import { parseTsv, readBytes } from './tsv.ts';

/** What a profile states, by field; what is empty is not stated. */
export type Stated = Readonly<Record<string, unknown>>;

/** A pairing whose cases are kept in files. */
export interface PairingCases {
  /** Who seeks and who is sought. */
  readonly sides: readonly [Kind, Kind];
  /** The gates in the order of the column `gates`. */
  readonly gates: readonly string[];
  /** Name in `data/` of the table of gates, whose columns are called as `columns` has it. */
  readonly gatesFile: string;
  /** Name in `data/` of the texts: each topic has one text of who seeks and several of those who are right for it. */
  readonly textsFile: string;
  /** What the tables call the two sides. */
  readonly columns: readonly [string, string];
  /** What the short forms of the two cells say. */
  readonly read: readonly [(cell: string) => Stated, (cell: string) => Stated];
}

export interface GateCase {
  readonly line: number;
  readonly subject: NormalProfile;
  readonly candidate: NormalProfile;
  /** The day of the question; any, where a table names none. */
  readonly day: string;
  /** What each gate must answer. */
  readonly gates: readonly string[];
  /** Keys of the messages that say why the pair is ruled out. Empty: eligible. */
  readonly reasons: readonly string[];
  readonly why: string;
}

/** A text of somebody, with its topic: candidates of the topic of a subject are right for it. */
export interface TopicText {
  readonly topic: string;
  readonly kind: string;
  readonly lang: string;
  readonly text: string;
}

const OUTCOMES: Readonly<Record<string, string>> = { '+': 'pass', '?': 'unknown', '-': 'fail' };

/** What each mark of a cell says that a gate must answer. */
const outcomesOf = (marks: string): string[] => [...marks].map((mark) => OUTCOMES[mark] ?? `no mark: ${mark}`);

/** The path of a table. */
export const dataFile = (name: string): string => fileURLToPath(new URL(`data/${name}`, import.meta.url));

/** @throws {Error} naming the first row that says nothing known. */
export async function readGateCases({ sides, gatesFile, columns, read }: PairingCases): Promise<GateCase[]> {
  const file = dataFile(gatesFile);
  const rows = parseTsv(file, await readBytes(file), ['about', ...columns, 'gates', 'reasons', 'why']);
  return rows.map(({ line, cells }) => {
    const cell = (column: string) => cells.get(column) as string;
    const [subject, candidate] = sides.map((kind, i) => caseProfile(kind, read[i as 0 | 1](cell(columns[i as 0 | 1]))));
    return {
      line,
      subject: subject as NormalProfile,
      candidate: candidate as NormalProfile,
      day: cells.get('day') ?? '2026-11-28',
      gates: outcomesOf(cell('gates')),
      reasons: words(cell('reasons')),
      why: cell('why'),
    };
  });
}

/** The texts of both sides. */
export async function readTopicTexts({ textsFile }: PairingCases): Promise<TopicText[]> {
  const file = dataFile(textsFile);
  const rows = parseTsv(file, await readBytes(file), ['topic', 'kind', 'lang', 'text']);
  return rows.map(({ cells }) => Object.fromEntries(cells) as unknown as TopicText);
}

export const words = (list = ''): string[] => list.split(' ').filter(Boolean);

/** What a last part of a cell says of who may be shown: `paused`, `refused`, or nothing. */
export const standing = (part: string | undefined): Stated => ({
  status: part === 'paused' ? 'paused' : undefined,
  consent: { matching: part !== 'refused' },
});

/** A profile that states some fields. @throws {Error} with what the schema refuses */
function caseProfile(kind: Kind, stated: Stated): NormalProfile {
  const isStated = ([, value]: [string, unknown]) => value && !(Array.isArray(value) && value.length === 0);
  const facets = Object.fromEntries(Object.entries(stated).filter(isStated));
  const text = { [KINDS[kind].text]: 'A case for the gates.' };
  const result = validateProfile(kind, { name: kind, lang: 'en', ...text, ...facets });
  if (!result.ok) throw new Error(result.issues.map(({ path, message }) => `${path} ${message}`).join('; '));
  return normaliseProfile(kind, kind, result.value, DEFAULT_RATES);
}
