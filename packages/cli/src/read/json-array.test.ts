import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJsonArray } from './json-array.ts';

test('every object of an array is read with its line, however it is laid out', () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), (values) => {
      // Through JSON, which has no -0.
      const plain = JSON.parse(JSON.stringify(values)) as unknown[];
      const parts = plain.map((value) => JSON.stringify(value, null, 2));
      let line = 2;
      const expected = plain.map((value, i) => {
        const record = { line, value };
        line += (parts[i] as string).split('\n').length;
        return record;
      });
      expect(readJsonArray(`[\n${parts.join(',\n')}\n]`, 'a.json').records).toEqual(expected);
      expect(readJsonArray(JSON.stringify(plain), 'a.json').records).toEqual(
        plain.map((value) => ({ line: 1, value })),
      );
    }),
  );
});

test('what is no object is told with its line', () => {
  expect(readJsonArray('[\n{"a":[1,{}]},\n7,\n["x"],\n{}]', 'a.json')).toEqual({
    format: 'ndjson',
    records: [
      { line: 2, value: { a: [1, {}] } },
      { line: 5, value: {} },
    ],
    unreadable: [
      { line: 3, rule: 'object', message: 'is not a JSON object' },
      { line: 4, rule: 'object', message: 'is not a JSON object' },
    ],
  });
});

test('an array that is cut is refused with its file', () => {
  expect(() => readJsonArray('[{"a":1},', 'a.json')).toThrow(/^a\.json is not JSON: /);
});
