/**
 * Reads `data/mandates.tsv` and `data/funds.tsv`: cases of a startup and a mandate in the short form of a hub's officer.
 *
 * @module
 */
import { fileURLToPath } from 'node:url';
import { type NormalProfile, normaliseProfile, validateProfile } from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import { InputError, type InputIssue } from './evaluation.ts';
import { parseTsv, readBytes, type TsvRow } from './tsv.ts';

type Side = 'startup' | 'investor';

const file = (name: string) => fileURLToPath(new URL(`data/${name}`, import.meta.url));
export const MANDATES_FILE = file('mandates.tsv');
export const FUNDS_FILE = file('funds.tsv');

/** The gates in the order of the column `gates`. */
export const MANDATE_GATES = ['exclusion', 'stage', 'country', 'ticket', 'instrument'] as const;
/** What the column `gates` of funds holds: two gates, and whether there is a synergy (`+`) or none (`?`). */
export const FUND_MARKS = ['ticket', 'portfolio', 'synergy'] as const;
const OUTCOMES = { '+': 'pass', '?': 'unknown', '-': 'fail' } as const;
export type Outcome = (typeof OUTCOMES)[keyof typeof OUTCOMES];

export interface MandateCase<M extends string = (typeof MANDATE_GATES)[number]> {
  readonly line: number;
  /** What the case is about: a gate, `shown` or `several`. */
  readonly about: string;
  readonly startup: NormalProfile;
  readonly investor: NormalProfile;
  /** What each gate must answer. */
  readonly gates: Readonly<Record<M, Outcome>>;
  /** Keys of the messages that say why the pair is ruled out, in the order of the gates. Empty: eligible. */
  readonly reasons: readonly string[];
  /** The company of the portfolio that is in the way or else would buy; empty for none. In cases of funds alone. */
  readonly company: string;
  /** The officer's reason. */
  readonly why: string;
}

const COLUMNS = ['about', 'startup', 'investor', 'gates', 'reasons', 'why'] as const;

/** @throws {InputError} naming every row that cannot be read. */
export async function readMandateCases(file: string = MANDATES_FILE): Promise<MandateCase[]> {
  return parseMandateCases(file, await readBytes(file));
}

/** @throws {InputError} naming every row that cannot be read. */
export const readFundCases = async (): Promise<MandateCase<(typeof FUND_MARKS)[number]>[]> =>
  parseCases(FUNDS_FILE, await readBytes(FUNDS_FILE), FUND_MARKS);

/** @throws {InputError} naming every row that cannot be read. */
export const parseMandateCases = (file: string, bytes: Uint8Array): MandateCase[] =>
  parseCases(file, bytes, MANDATE_GATES);

function parseCases<M extends string>(file: string, bytes: Uint8Array, gates: readonly M[]): MandateCase<M>[] {
  const issues: InputIssue[] = [];
  const cases = parseTsv(file, bytes, COLUMNS).flatMap((row) => {
    try {
      return [readCase(row, gates)];
    } catch (error) {
      issues.push({ line: row.line, rule: (error as Error).message });
      return [];
    }
  });
  if (issues.length > 0) throw new InputError(file, issues);
  return cases;
}

function readCase<M extends string>({ line, cells }: TsvRow, gates: readonly M[]): MandateCase<M> {
  const cell = (column: (typeof COLUMNS)[number]) => cells.get(column) as string;
  const marks = [...cell('gates')];
  if (marks.length !== gates.length || !marks.every((mark) => mark in OUTCOMES))
    throw new Error(`gates: ${gates.length} marks of + ? -, not "${cell('gates')}"`);
  if (!cell('about') || !cell('why')) throw new Error('about and why must say something');
  return {
    line,
    about: cell('about'),
    startup: profile('startup', cell('startup')),
    investor: profile('investor', cell('investor')),
    gates: Object.fromEntries(
      gates.map((gate, i) => [gate, OUTCOMES[marks[i] as keyof typeof OUTCOMES]]),
    ) as MandateCase<M>['gates'],
    reasons: words(cell('reasons')).map((reason) => `gate.${reason}`),
    company: cells.get('company') ?? '',
    why: cell('why'),
  };
}

const words = (list: string): string[] => (list === '' ? [] : list.split(','));
/** A plus stands for a space, which separates the statements. */
const names = (list: string): string[] => words(list).map((name) => name.replaceAll('+', ' '));
const list = (field: string) => (value: string) => ({ [field]: words(value) });

type Read = (value: string) => Readonly<Record<string, unknown>>;

const SHARED: Readonly<Record<string, Read>> = {
  sectors: (value) => ({ sectors: names(value) }),
  status: (status) => ({ status }),
  consent: (value) => ({ consent: value === 'absent' ? undefined : { matching: value === 'yes' } }),
};

/** How each word of the short form is written in a profile. */
const WORDS: Readonly<Record<Side, Readonly<Record<string, Read>>>> = {
  startup: {
    ...SHARED,
    stage: (stage) => ({ stage }),
    country: (country) => ({ country }),
    markets: list('targetMarkets'),
    raise: (value) => {
      const [, amount, currency, instrument] = /^([\d.]+)([A-Z]{3})(?:\/(\w+))?$/.exec(value) ?? [];
      return { raise: { amount: Number(amount), currency, ...(instrument && { instrument }) } };
    },
  },
  investor: {
    ...SHARED,
    exclude: (value) => ({ excludedSectors: names(value) }),
    stages: list('stages'),
    home: (country) => ({ country }),
    countries: list('countries'),
    ticket: (value) => {
      const [, min, max, currency] = /^([\d.]*?)\.\.([\d.]*)([A-Z]{3})$/.exec(value) ?? [];
      return { ticket: { ...(min && { min: Number(min) }), ...(max && { max: Number(max) }), currency } };
    },
    instruments: list('instruments'),
    fund: (value) => {
      const [, size, deployed, reserved, currency] = /^(\d+)(?:-(\d+))?(?:-(\d+))?([A-Z]{3})$/.exec(value) ?? [];
      const parts = {
        ...(deployed && { deployed: Number(deployed) }),
        ...(reserved && { reserved: Number(reserved) }),
      };
      return { fund: { size: Number(size), ...parts, currency } };
    },
    portfolio: (value) => ({ portfolio: value.split(';').map(company) }),
    competitors: (value) => ({ allowsCompetitors: value === 'yes' }),
  },
};

/** `name`, or `name:sectors:countries:seeks` with empty parts for what is not stated. */
function company(value: string): unknown {
  const [name, sectors = '', countries = '', seeks = ''] = value.split(':');
  if (!value.includes(':')) return name;
  return {
    name,
    ...(sectors && { sectors: names(sectors) }),
    ...(countries && { countries: words(countries) }),
    ...(seeks && { seeks: names(seeks) }),
  };
}

function profile(kind: Side, statements: string): NormalProfile {
  const text = { name: kind, [kind === 'startup' ? 'pitch' : 'thesis']: 'A case for the gates.', lang: 'en' };
  const stated = statements
    .split(' ')
    .filter(Boolean)
    .map((statement) => {
      const at = statement.indexOf('=');
      const word = statement.slice(0, Math.max(0, at));
      const read = Object.hasOwn(WORDS[kind], word) ? WORDS[kind][word] : undefined;
      if (!read) throw new Error(`${kind}: "${statement}" says nothing that is known`);
      return read(statement.slice(at + 1));
    });
  const value: Record<string, unknown> = Object.assign({ ...text, consent: { matching: true } }, ...stated);
  if (value.consent === undefined) delete value.consent;
  const result = validateProfile(kind, value);
  if (!result.ok)
    throw new Error(`${kind}: ${result.issues.map(({ path, message }) => `${path} ${message}`).join('; ')}`);
  return normaliseProfile(kind, kind, result.value, DEFAULT_RATES);
}
