import { expect, test } from 'vitest';
import { CliError } from '../terminal/exit.ts';
import { givenColumns, parseMap, requireMapUsed } from './map.ts';

const HEADER = ['Girişim Adı', 'Not = yorum', 'Açıklama', ''];
const given = (map: readonly string[], kind: 'startup' | 'investor' = 'startup') => [
  ...givenColumns(HEADER, kind, parseMap(map)),
];
const file = (columns: readonly { header: string; field: string | null; given: boolean }[], path = 'a.csv') => ({
  columns,
  path,
});

test('an entry gives a column its field, or none', () => {
  expect(given(['Girişim Adı=name', 'Açıklama=/pitch', 'Not = yorum='])).toEqual([
    [0, 'name'],
    [2, 'pitch'],
    [1, null],
  ]);
});

test('a header is found as it is typed on another keyboard', () => {
  expect(given(['girisim adi=name'])).toEqual([[0, 'name']]);
});

test('an entry that this file or this kind has no use for is left to the other file', () => {
  expect(given(['Fon=name', 'Açıklama=thesis'])).toEqual([]);
  expect(given(['Açıklama=pitch', 'Açıklama=thesis'])).toEqual([[2, 'pitch']]);
  expect(given(['Açıklama=pitch', 'Açıklama=thesis'], 'investor')).toEqual([[2, 'thesis']]);
});

test.each([
  ['name', 'equals sign', 'As in'],
  ['=name', 'equals sign', 'As in'],
  ['Ad=pich', 'no field is named "pich"', 'Did you mean pitch'],
  ['Ad=zzzzzzzzzzzz', 'no field is named', 'The fields are id, name'],
])('%s is refused', (entry, message, hint) => {
  expect(() => parseMap([entry])).toThrow(
    expect.objectContaining({
      name: 'CliError',
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    }),
  );
});

test('two columns cannot be one field', () => {
  expect(() => given(['Girişim Adı=name', 'Açıklama=name'])).toThrow(CliError);
});

test('an entry that no file uses is told, with the headers nearest to it', () => {
  const files = [
    file([{ header: 'Girişim Adı', field: 'name', given: true }]),
    file([{ header: 'Fon', field: 'name', given: false }], 'b.csv'),
  ];
  expect(() => requireMapUsed(['Girişim Adı=name'], files)).not.toThrow();
  expect(() => requireMapUsed(undefined, files)).not.toThrow();
  expect(() => requireMapUsed(['Girişim Ad=name'], files)).toThrow(
    expect.objectContaining({
      message: '--map: no column is named "Girişim Ad" in a.csv or b.csv.',
      hint: 'Did you mean "Girişim Adı"?',
    }),
  );
  expect(() => requireMapUsed(['Fon=pitch'], files)).toThrow(
    expect.objectContaining({ message: '--map: "Fon" cannot be pitch in a.csv or b.csv.' }),
  );
});
