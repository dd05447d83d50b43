import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecords } from './csv.ts';
import { readLines } from './lines.ts';

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const linesOf = (bytes: Uint8Array, size = 7, maximum = 1000) => all(readLines(cut(bytes, size), maximum));
const recordsOf = (text: string, delimiter = ',', maximum = 1000) =>
  all(readRecords(readLines(cut(bytesOf(text), 11), maximum), delimiter, maximum));

test('lines come out whole however the bytes are cut, without a byte-order mark', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\n', '').replaceAll('\uFEFF', '')),
        { minLength: 1 },
      ),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      async (texts, size, bom) => {
        const found = await linesOf(bytesOf((bom ? '\uFEFF' : '') + texts.map((text) => `${text}\n`).join('')), size);
        expect(found).toEqual(texts.map((text, i) => ({ number: i + 1, text })));
      },
    ),
  );
});

test('a line that is not UTF-8 or too long is told and disturbs no other', async () => {
  const bytes = Uint8Array.from([...bytesOf('a\n'), 0xff, 10, ...bytesOf(`${'x'.repeat(11)}\nş`)]);
  expect(await linesOf(bytes, 3, 10)).toEqual([
    { number: 1, text: 'a' },
    { number: 2, text: undefined, rule: 'utf8' },
    { number: 3, text: undefined, rule: 'too_long' },
    { number: 4, text: 'ş' },
  ]);
});

const cell = fc.string({ unit: fc.constantFrom('a', 'ə', ' ', ',', '"', '\n', '\r\n', ';') });
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

test('whatever is quoted comes out as it was, with LF and CRLF', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom('\n', '\r\n'),
      async (rows, end) => {
        const text = rows.map((cells) => cells.map(quoted).join(',') + end).join('');
        expect((await recordsOf(text)).map(({ cells }) => cells)).toEqual(rows);
      },
    ),
  );
});

test('any record without a line end is read as csv-parse reads it, or refused by both', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ə', ',', '"', '""', '",'), minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(text, async (line) => {
      const [record] = await recordsOf(line);
      const reference = () => parse(line, { relax_column_count: true })[0];
      if (record?.cells) expect(record.cells).toEqual(reference());
      else expect(reference).toThrow();
    }),
    { numRuns: 500 },
  );
});

test('a record has the number of the line on which it begins; empty lines are none', async () => {
  const records = await recordsOf('id,name\r\n\r\na,"two\r\nlines"\r\nb,c');
  expect(records).toEqual([
    { line: 1, cells: ['id', 'name'] },
    { line: 3, cells: ['a', 'two\r\nlines'] },
    { line: 5, cells: ['b', 'c'] },
  ]);
});

test('a stray quote costs its own line', async () => {
  const bad = (line: number) => ({ line, cells: undefined, rule: 'csv' });
  expect(await recordsOf('a,5" pipe\nb,c\nd,"e"x\nf,g\n')).toEqual([
    bad(1),
    { line: 2, cells: ['b', 'c'] },
    bad(3),
    { line: 4, cells: ['f', 'g'] },
  ]);
  expect(await recordsOf(`a,"open\n${'b,c\n'.repeat(30)}`, ',', 50)).toHaveLength(31);
});

test('an open quote before very many empty lines costs its own line alone', async () => {
  const records = await recordsOf(`"open\n${'\n'.repeat(150_000)}a,b\n`, ',', 140_000);
  expect(records).toEqual([
    { line: 1, cells: undefined, rule: 'csv' },
    { line: 150_002, cells: ['a', 'b'] },
  ]);
});
