import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from './csv.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'ə', 'ш', '1', ' ', '.') });
const hard = fc.string({ unit: fc.constantFrom('a', 'ş', ' ', ',', ';', '"', '\n', '\r\n', '\t') });

test('what a program writes is read back, with its line numbers', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 5 }).chain((width) =>
        fc.array(fc.array(fc.oneof(word, hard), { minLength: width, maxLength: width }), {
          minLength: 1,
          maxLength: 8,
        }),
      ),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      (rows, delimiter, end) => {
        const text = stringify(rows, { delimiter, record_delimiter: end, quoted: true, quoted_empty: true });
        const found = readCsv(text, delimiter);
        const written = found.rows.filter(({ cells }) => cells.length > 1 || cells[0] !== '');
        expect(written.map(({ cells }) => cells)).toEqual(rows);
        let line = 1;
        for (const row of written) {
          expect(row.line).toBe(line);
          line += 1 + row.cells.join('').replaceAll('\r\n', '\n').split('\n').length - 1;
        }
      },
    ),
  );
});

test.each([';', ',', '\t', '|'])('the delimiter %j is found, though commas stand in texts', (delimiter) => {
  const rows = [
    ['Ad', 'Mətn', 'Məbləğ'],
    ['Su', 'Suyu ölçür, sayır, bildirir', '1,5 mln'],
    ['Od', 'İstilik, enerji', '500'],
    ['Yer', 'Torpaq', '20'],
  ];
  expect(readCsv(stringify(rows, { delimiter })).delimiter).toBe(delimiter);
});

test('commas that stand as often in every text are no delimiter', () => {
  const rows = [1, 2, 3, 4, 5].map((i) => [`N${i}`, `Suyu ölçür, sayır, bildirir, ${i}`]);
  expect(readCsv(stringify([['Ad', 'Mətn'], ...rows], { delimiter: ';' })).delimiter).toBe(';');
  expect(readCsv('Ad, Mətn\nSu, Suyu ölçür\n').delimiter).toBe(',');
});

test('a quote that is open near the top does not hide the delimiter', () => {
  const rows = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => `N${i};${i === 1 ? '"' : ''}Suyu ölçür, sayır, ${i};x\n`);
  expect(readCsv(`Ad;Mətn;Qeyd\n${rows.join('')}`).delimiter).toBe(';');
});

test('the first line of Excel says the delimiter', () => {
  const { delimiter, rows } = readCsv('sep=;\na,b;c\n1;2\n');
  expect(delimiter).toBe(';');
  expect(rows).toEqual([
    { line: 2, cells: ['a,b', 'c'] },
    { line: 3, cells: ['1', '2'] },
  ]);
});

test('quotes within a cell that is not quoted are a part of it', () => {
  expect(readCsv('Ad;Mətn\nООО "Тепло";x\n', ';').rows[1]).toEqual({ line: 2, cells: ['ООО "Тепло"', 'x'] });
});

test.each([
  ['to the end of the file', 'a;b\n"x;1\ny;2\nz;3\n'],
  ['to a quote in a later row', 'a;b\n"x;1\ny;"2"\nz;3\n'],
  ['to a quote in its own line', 'a;b\n"x;"1 ""m"""\ny;2\nz;3\n'],
])('a quote that is open %s costs its own line alone', (_, text) => {
  const { rows, unclosed } = readCsv(text, ';');
  expect(unclosed).toEqual([2]);
  expect(rows.filter(({ cells }) => cells.length > 1).map(({ line, cells }) => [line, ...cells])).toEqual([
    [1, 'a', 'b'],
    [3, 'y', '2'],
    [4, 'z', '3'],
  ]);
});

test('a quote that is open costs its own line alone in a long file, and every other row keeps its line', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 900 }),
      fc.integer({ min: 1, max: 7 }),
      fc.option(fc.nat(899)),
      (count, every, open) => {
        const expected: [number, string][] = [];
        const lost: number[] = [];
        let text = '';
        let line = 1;
        for (let i = 0; i < count; i++) {
          // Quotes in later rows would close the open one, as any reader sees it.
          const cell = i === open ? '"x' : i % every === 0 && i < (open ?? count) ? '"x\ny"' : 'x';
          if (i === open) lost.push(line);
          else expected.push([line, `n${i}`]);
          text += `n${i};${cell}\n`;
          line += cell.split('\n').length;
        }
        const { rows, unclosed } = readCsv(text, ';');
        expect(unclosed).toEqual(lost);
        expect(rows.filter(({ cells }) => cells.length > 1).map((row) => [row.line, row.cells[0]])).toEqual(expected);
      },
    ),
  );
});
