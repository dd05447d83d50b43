import type { Kind } from '@kopru/sdk/schema';
import type { Table } from '../read/table.ts';
import { isNothing, type PlainType, readCell } from '../values/read-cell.ts';
import { FIELD_OF, FIELDS, type Topic } from './fields.ts';
import { fieldByValues } from './guess-values.ts';
import { topicsOf } from './header-score.ts';

/** The field of each column, or null for one that is left out. Each field is in one column at most. */
export type Guess = readonly (string | null)[];

/** Rows that are looked at to find what a column holds. */
const SAMPLE = 300;

/**
 * Finds what the columns of a table are: by their headers, in nine languages, and where a header says
 * nothing by what stands under it.
 *
 * @param given fields of columns that need no guess, by column.
 */
export function guessColumns(
  table: Pick<Table, 'header' | 'rows'>,
  kind: Kind,
  given: ReadonlyMap<number, string | null>,
): Guess {
  const { header } = table;
  const fields: (string | null | undefined)[] = header.map((_, i) => given.get(i));
  const cellsOf = (column: number) =>
    table.rows.slice(0, SAMPLE).flatMap(({ cells }) => {
      const cell = cells[column] ?? '';
      return isNothing(cell) ? [] : [cell];
    });
  const known = header.map((name) => (name === '' ? [] : candidatesOf(name, kind)));
  const ranked = known
    .flatMap((candidates, column) => candidates.map((candidate) => ({ ...candidate, column })))
    .sort((a, b) => b.score - a.score || a.column - b.column);
  /** The score of what a column is but another column is already: it is that twice, and not something that is only like it. */
  const twice = new Map<number, number>();
  for (const { field, column, score } of ranked) {
    if (fields[column] !== undefined || score < (twice.get(column) ?? 0) - NEARLY) continue;
    if (field === null) fields[column] = null;
    else if (isTaken(field, fields)) twice.set(column, Math.max(score, twice.get(column) ?? 0));
    else if (holds(field, kind, cellsOf(column))) fields[column] = field;
  }
  for (const [field, column] of fieldByValues(
    header.flatMap((name, column) => (fields[column] === undefined ? [{ column, name, cells: cellsOf(column) }] : [])),
    kind,
    (field) => isTaken(field, fields),
  ))
    fields[column] = field;
  return fields.map((field) => field ?? null);
}

/** Scores that are as good as each other. */
const NEARLY = 0.15;

/** A combined column and the columns of its parts are of one field. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  raise: ['raise/amount'],
  'raise/amount': ['raise'],
  ticket: ['ticket/min', 'ticket/max'],
  'ticket/min': ['ticket'],
  'ticket/max': ['ticket'],
};

const isTaken = (field: string, fields: readonly (string | null | undefined)[]): boolean =>
  fields.includes(field) || (PARTS[field] ?? []).some((part) => fields.includes(part));

interface Candidate {
  readonly field: string | null;
  readonly score: number;
}

function candidatesOf(header: string, kind: Kind): Candidate[] {
  const written = compact(header);
  const own = Object.keys(FIELDS[kind]).find((field) => compact(field) === written);
  if (own) return [{ field: own, score: 2 }];
  return topicsOf(header).flatMap(({ topic, score }): Candidate[] => {
    const field = topic === 'other' ? null : FIELD_OF[kind][topic];
    if (field === undefined) return [{ field: null, score: score * LESS }];
    return [{ field, score: score * (isGeneral(topic, kind) ? LESS : 1) }];
  });
}

/** A name that the other kind would rather have, or a general one, gives way to one that fits this kind. */
const LESS = 0.9;
const isGeneral = (topic: Topic, kind: Kind): boolean => topic === 'text' && kind === 'investor';

const compact = (name: string): string => name.toLowerCase().replace(/[/._\s-]+/g, '');

/** Types whose headers also name other things ("Status" of an application, "Region" of a country): their cells decide. */
const DOUBTFUL: readonly string[] = [
  'status',
  'language',
  'role',
  'investorType',
  'places',
  'instrument',
  'instruments',
  'stage',
  'stages',
  'country',
];

/** A number with a word beside it: "12 kişi". */
const COUNT = /^\P{N}{0,6}\p{N}[\p{N}\s.,+-]*\P{N}{0,12}$/u;

/**
 * Whether cells may be what a header promises: of a type in doubt, at least one in five must be readable,
 * and numbers are no text ("Team" over a column of head counts).
 */
function holds(field: string, kind: Kind, cells: readonly string[]): boolean {
  const type = FIELDS[kind][field] as string;
  if (type === 'text' && cells.length > 0) return cells.filter((cell) => COUNT.test(cell)).length < cells.length / 2;
  if (!DOUBTFUL.includes(type) || cells.length === 0) return true;
  return cells.filter((cell) => !readCell(type as PlainType, cell).problem).length >= cells.length / 5;
}
