/** A line of a list as it was pasted. */
export interface Row {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly name: string;
  readonly text: string;
  /** Code of the home country, or ''. */
  readonly country: string;
}

/** Reads rows of name, text and country. A first row that begins with "name" is a heading. */
export function readRows(pasted: string): Row[] {
  const table = readCells(pasted.replaceAll('\r\n', '\n'));
  return table
    .map(({ line, cells }) => ({ line, name: cells[0] ?? '', text: cells[1] ?? '', country: cells[2] ?? '' }))
    .filter(({ name, text }, i) => (name || text) && !(i === 0 && name.toLowerCase() === 'name'));
}

/** Tabs as a spreadsheet copies them, else semicolons, else commas: whichever the first line holds. */
function separatorOf(text: string): string {
  const first = text.replace(/"[^"]*"/g, '').split('\n', 1)[0] ?? '';
  return ['\t', ';', ','].find((sign) => first.includes(sign)) ?? ';';
}

/** Cells by row, without the space around them. One that begins with a quote may hold separators and lines. */
function readCells(text: string): { line: number; cells: string[] }[] {
  const separator = separatorOf(text);
  const rows: { line: number; cells: string[] }[] = [];
  let row = { line: 1, cells: [] as string[] };
  let [cell, line, quoted, before] = ['', 1, false, ''];
  for (const sign of `${text}\n`) {
    if (sign === '\n') line++;
    if (sign === '"' && (quoted || cell.trim() === '' || before === '"')) {
      // Right after a closing quote it is one of the text, and the cell goes on.
      if (!quoted && before === '"') cell += sign;
      quoted = !quoted;
    } else if (!quoted && (sign === separator || sign === '\n')) {
      row.cells.push(cell.trim());
      cell = '';
      if (sign === '\n') {
        rows.push(row);
        row = { line, cells: [] };
      }
    } else cell += sign;
    before = sign;
  }
  // A quote that nothing closes holds the rest.
  return cell.trim() === '' ? rows : [...rows, { line: row.line, cells: [...row.cells, cell.trim()] }];
}
