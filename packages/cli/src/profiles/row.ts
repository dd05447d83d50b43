import type { CountryCode, Currency } from '@kopru/sdk/facets';
import { KINDS, type Kind } from '@kopru/sdk/schema';
import { FIELDS } from '../columns/fields.ts';
import { isNothing, type PlainType, readCell } from '../values/read-cell.ts';
import type { Problem } from '../values/reading.ts';
import { type Cell, readGrant, readRaise, readTicket } from './row-money.ts';

/** A row as a profile that is still to be validated. */
export interface DraftRow {
  readonly id: string | undefined;
  readonly profile: Record<string, unknown>;
  /** What could not be used; the header is that of the column at fault. */
  readonly problems: readonly (Problem & { readonly header: string })[];
}

/** Fields of a sum, which are read together. */
const MONEY = /^(?:raise|ticket|grant)(?!\/instrument)/;

/** The sum of each kind: its field, the part that stands in a column of its own, and how it is read. */
const SUMS: Readonly<
  Record<Kind, { field: string; part?: string; read: typeof readRaise | typeof readTicket } | undefined>
> = {
  startup: { field: 'raise', part: 'instrument', read: readRaise },
  investor: { field: 'ticket', read: readTicket },
  expert: undefined,
  need: undefined,
  lab: undefined,
  programme: { field: 'grant', read: readGrant },
  patent: undefined,
  offer: undefined,
};

/** What the text of each kind says, in the words of a message. */
export const SAYS_WHAT: Readonly<Record<Kind, string>> = {
  startup: 'does',
  investor: 'looks for',
  expert: 'can do',
  need: 'asks for',
  lab: 'does',
  programme: 'offers',
  patent: 'discloses',
  offer: 'offers',
};

/**
 * Reads the cells of a row. Consent fails closed: where a column asks for it, only a yes is one. Where
 * none does, whoever gives the file may match it.
 *
 * @param columns the field of each column, or null, with its header.
 */
export function readRow(
  cells: readonly string[],
  columns: readonly { readonly header: string; readonly field: string | null }[],
  kind: Kind,
  currency: Currency | undefined,
): DraftRow {
  const cellOf = (field: string): Cell | undefined => {
    const at = columns.findIndex((column) => column.field === field);
    const column = columns[at];
    return column && { text: cells[at] ?? '', header: column.header };
  };
  const problems: (Problem & { header: string })[] = [];
  const profile: Record<string, unknown> = {};
  for (const { field } of columns) {
    if (field === null || field === 'id' || MONEY.test(field)) continue;
    const { text, header } = cellOf(field) as Cell;
    const type = FIELDS[kind][field] as PlainType;
    if (isEmpty(text, field, type)) continue;
    const { value, problem } = readCell(type, text);
    if (value !== undefined) setAt(profile, field.split('/'), value);
    if (problem) problems.push({ ...problem, header });
  }

  const country = profile.country as CountryCode | undefined;
  const sum = SUMS[kind];
  if (sum) {
    const { field, part, read: readSum } = sum;
    const read = readSum(cellOf, { country, fallback: currency });
    problems.push(...read.problems);
    const rest = profile[field] as Record<string, unknown> | undefined;
    if (read.value) profile[field] = { ...read.value, ...rest };
    else if (rest && part) {
      delete profile[field];
      if (read.problems.length === 0)
        problems.push({ ...INSTRUMENT_ALONE, header: cellOf(`${field}/${part}`)?.header ?? '' });
    }
  }

  profile.consent = consentOf(profile.consent as Consent | undefined, cellOf('consent/matching') !== undefined);
  const given = oneLine(cellOf('id')?.text ?? '');
  const id = SAYS.test(given) ? given : undefined;
  const name = oneLine((profile.name as string | undefined) ?? '') || id;
  if (name !== undefined) profile.name = name;
  return { id, profile, problems };
}

interface Consent {
  readonly matching?: boolean;
  readonly search?: boolean;
}

const consentOf = (stated: Consent | undefined, isAsked: boolean): Consent => ({
  ...stated,
  matching: stated?.matching ?? !isAsked,
});

const INSTRUMENT_ALONE: Problem = {
  rule: 'amount',
  message: 'The instrument stands without an amount, and is only kept with one.',
  suggestion: 'Fill in the amount that is sought.',
};

/** A dash or a "no" is no value; but it is one for a consent, and somebody may be called so. */
function isEmpty(text: string, field: string, type: PlainType): boolean {
  if (type === 'yesNo') return text.trim() === '';
  return field === 'name' ? !SAYS.test(text) : text.trim() === '' || isNothing(text);
}

/** A letter or a digit: what is only a dash names nothing. */
const SAYS = /[\p{L}\p{N}]/u;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function setAt(target: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) target[key] = value;
  else {
    target[key] ??= {};
    setAt(target[key] as Record<string, unknown>, rest, value);
  }
}

/** The field of the text that each kind must have. */
export const textField = (kind: Kind): string => KINDS[kind].text;
