import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRows } from './rows.ts';

/** Cells as a spreadsheet may hold them: with quotes, separators, lines and signs outside the BMP, but no space around. */
const cell = fc
  .array(fc.constantFrom('a', 'ş', 'қ', '🚜', '"', ';', ',', '\t', '\n', ' '), { maxLength: 8 })
  .map((signs) => signs.join('').trim());
const row = fc
  .record({ name: cell, text: cell, country: fc.constantFrom('', 'KZ') })
  .filter(({ name, text }) => name + text !== '');
const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;

test('reads what a spreadsheet writes, whatever stands in the cells', () => {
  const separators = fc.constantFrom('\t', ';', ',');
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), separators, fc.boolean(), (rows, separator, crlf) => {
      const lines = rows.map(({ name, text, country }) => [name, text, country].map(quoted).join(separator));
      const heading = ['name', 'text', 'country'].join(separator);
      const read = readRows([heading, ...lines].join(crlf ? '\r\n' : '\n'));
      expect(read.map(({ name, text, country }) => ({ name, text, country }))).toEqual(rows);
    }),
  );
});

test('takes cells without quotes, leaves out the heading and empty lines, and keeps the numbers of lines', () => {
  expect(readRows('Name; Text\n\n Muğan ; «Торпақ», say "salt" ; AZ\nOnly a name\n"Two\nlines";x')).toEqual([
    { line: 3, name: 'Muğan', text: '«Торпақ», say "salt"', country: 'AZ' },
    { line: 4, name: 'Only a name', text: '', country: '' },
    { line: 5, name: 'Two\nlines', text: 'x', country: '' },
  ]);
  expect(readRows('A\tone, two; three\tKZ')).toEqual([{ line: 1, name: 'A', text: 'one, two; three', country: 'KZ' }]);
  expect(readRows(' \n')).toEqual([]);
});

test('a quote that nothing closes loses no text', () => {
  expect(readRows('Fund; "never closed\nB; text')).toEqual([
    { line: 1, name: 'Fund', text: 'never closed\nB; text', country: '' },
  ]);
});
