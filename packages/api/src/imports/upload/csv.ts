import type { Line } from './lines.ts';

/** One record of a CSV upload: its cells, or why there are none. */
export interface CsvRecord {
  /** Line on which it begins. */
  readonly line: number;
  readonly cells: readonly string[] | undefined;
  readonly rule?: 'utf8' | 'too_long' | 'csv';
}

/**
 * The records of a CSV upload (RFC 4180). A line end belongs to a quoted cell when an odd number of
 * quotes stands before it. A record that is malformed is told by its first line, and reading goes on
 * with the line after that, so that a stray quote costs one row and not the rest of the file.
 *
 * @param maximum longest record in characters: where the search for a closing quote is given up.
 */
export async function* readRecords(
  lines: AsyncIterable<Line>,
  delimiter: string,
  maximum: number,
): AsyncGenerator<CsvRecord> {
  /** The lines of a record whose quote is still open. */
  let open: Line[] = [];
  let size = 0;

  function* read(arrived: readonly Line[]): Generator<CsvRecord> {
    // Last in, first out: lines that are read again go before those that follow them.
    const waiting = arrived.toReversed();
    const giveUp = () => {
      const [first, ...rest] = open;
      // Not in one call: an engine takes only so many arguments.
      for (const line of rest.reverse()) waiting.push(line);
      open = [];
      size = 0;
      return { line: (first as Line).number, cells: undefined, rule: 'csv' } as const;
    };
    for (let line = waiting.pop(); line; line = waiting.pop()) {
      if (line.text === undefined) {
        if (open.length > 0) {
          waiting.push(line);
          yield giveUp();
        } else yield { line: line.number, cells: undefined, rule: line.rule ?? 'utf8' };
        continue;
      }
      if (open.length === 0 && line.text.trim() === '') continue;
      const closes = isOdd(line.text) === open.length > 0;
      open.push(line);
      size += line.text.length + 1;
      if (!closes) {
        if (size > maximum) yield giveUp();
        continue;
      }
      const cells = cellsOf(open.map(({ text }) => text).join('\n'), delimiter);
      if (!cells) yield giveUp();
      else {
        yield { line: (open[0] as Line).number, cells };
        open = [];
        size = 0;
      }
    }
  }

  for await (const line of lines) yield* read([line]);
  // A quote that nothing closed: its line is told, and what follows it is read for itself.
  while (open.length > 0) {
    const [first, ...rest] = open;
    open = [];
    size = 0;
    yield { line: (first as Line).number, cells: undefined, rule: 'csv' };
    yield* read(rest);
  }
}

/** Whether a text holds an odd number of quotes. */
function isOdd(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

/**
 * The cells of one record; undefined when it is malformed. Written out, since a parser that looks at
 * every character takes seven times as long, and a request's CPU time is limited.
 */
function cellsOf(text: string, delimiter: string): string[] | undefined {
  const cells: string[] = [];
  const end = text.endsWith('\r') ? text.length - 1 : text.length;
  for (let at = 0; ; at++) {
    let cell = '';
    if (text[at] === '"') {
      // A quote within the cell stands twice.
      for (let from = at + 1; ; from = at + 1) {
        at = text.indexOf('"', from);
        if (at < 0) return undefined;
        cell += text.slice(from, at);
        if (text[++at] !== '"') break;
        cell += '"';
      }
      if (at < end && text[at] !== delimiter) return undefined;
    } else {
      const next = text.indexOf(delimiter, at);
      const from = at;
      at = next < 0 ? end : next;
      cell = text.slice(from, at);
      if (cell.includes('"')) return undefined;
    }
    cells.push(cell);
    if (at >= end) return cells;
  }
}
