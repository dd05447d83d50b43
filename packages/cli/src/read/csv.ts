import { parse } from 'csv-parse/sync';

export interface Cells {
  /** Line on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

interface ReadCsv {
  readonly delimiter: string;
  readonly rows: readonly Cells[];
  /** Lines on which a quote is opened that nothing closes. */
  readonly unclosed: readonly number[];
}

const LINE_END = /\r\n|\r|\n/g;
const DELIMITERS = [';', ',', '\t', '|'];

/**
 * The rows of a CSV (RFC 4180), and what else spreadsheets write: `sep=;` in the first line, and quotes
 * within a cell that is not quoted. A quote that is not closed costs its own line and no other.
 *
 * @param delimiter found from the text where it is not given.
 */
export function readCsv(text: string, delimiter?: string): ReadCsv {
  const [first = ''] = text.split(/\r\n|\r|\n/, 1);
  const said = /^"?sep=(.)"?$/i.exec(first)?.[1];
  const used = delimiter ?? said ?? findDelimiter(text);
  return { delimiter: used, ...readRows(text, used, said === undefined ? 1 : 2) };
}

/** @param line that of the first row. */
function readRows(text: string, delimiter: string, line: number): Omit<ReadCsv, 'delimiter'> {
  const rows: Cells[] = [];
  const unclosed: number[] = [];
  const starts = [0, ...Array.from(text.matchAll(LINE_END), ({ index, 0: end }) => index + end.length)];
  let next = line;
  let lines = FIRST_LINES;
  while (next <= starts.length) {
    const end = starts[next - 1 + lines];
    const { records, broken } = parseFrom(text.slice(starts[next - 1], end), delimiter);
    // A part ends with a line; the parser leaves out the record whose quote is open there, which may end later.
    const found = broken !== undefined && (broken < records.length || end === undefined);
    for (const cells of records.slice(0, broken)) {
      rows.push({ line: next, cells });
      next += 1 + cells.reduce((sum, cell) => sum + (cell.match(LINE_END)?.length ?? 0), 0);
    }
    if (found) unclosed.push(next++);
    else if (end === undefined) break;
    lines = found ? FIRST_LINES : lines * 2;
  }
  return { rows, unclosed };
}

/** Lines that are parsed at once, first and after a quote that is not closed; then twice as many each time. */
const FIRST_LINES = 256;

const FORM = { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] };

/** @returns with `broken` the number of the record whose quote is not closed, if one is. */
function parseFrom(text: string, delimiter: string): { records: string[][]; broken: number | undefined } {
  let whole = true;
  const found = parse(text, {
    ...FORM,
    delimiter,
    raw: true,
    relax_quotes: true,
    skip_records_with_error: true,
    on_skip() {
      whole = false;
      return undefined;
    },
  }) as unknown as { raw: string; record: string[] }[];
  const broken = found.findIndex(
    ({ raw, record }) => record.some((cell) => mayBeUnclosed(cell, delimiter)) && !isStrict(raw, delimiter),
  );
  const records = found.map(({ record }) => record);
  return { records, broken: broken >= 0 ? broken : whole ? undefined : records.length };
}

/** The parser keeps the quote of a cell that did not end where it seemed to, and what should end the cell with it. */
const mayBeUnclosed = (cell: string, delimiter: string): boolean =>
  cell.startsWith('"') && (cell.includes(delimiter) || /[\r\n]/.test(cell));

function isStrict(raw: string, delimiter: string): boolean {
  try {
    parse(raw, { ...FORM, delimiter });
    return true;
  } catch {
    return false;
  }
}

/** Rows that are looked at to find the delimiter. */
const SAMPLE = 200;

/** What a row counts that looks like a sentence cut at its commas. */
const SENTENCE = 0.2;

/** A space follows the commas of a sentence, and seldom those between cells. */
const isSentence = ([, ...cells]: readonly string[]): boolean => cells.every((cell) => cell.startsWith(' '));

/** The sign by which most rows fall into equally many cells, and more than one. */
function findDelimiter(text: string): string {
  const sample = text.split(/\r\n|\r|\n/, SAMPLE).join('\n');
  const scores = DELIMITERS.map((delimiter) => {
    const counts = new Map<number, number>();
    for (const { cells } of readRows(sample, delimiter, 1).rows.filter((row) => row.cells.length > 1))
      counts.set(cells.length, (counts.get(cells.length) ?? 0) + (isSentence(cells) ? SENTENCE : 1));
    const [width = 1, rows = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    // A comma stands in texts as well, there in every row another number of times.
    return rows * Math.min(width, 4);
  });
  const best = Math.max(...scores);
  return best === 0 ? ',' : (DELIMITERS[scores.indexOf(best)] as string);
}
