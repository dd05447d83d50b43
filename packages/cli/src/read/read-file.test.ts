import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { testIo } from '../../test/test-io.ts';
import { writeError } from '../terminal/error.ts';
import { EXIT } from '../terminal/exit.ts';
import { readFile } from './read-file.ts';
import type { ReadOptions, Table } from './table.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopru-read-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(name: string, content: string | Uint8Array, options: ReadOptions = {}) {
  await writeFile(join(folder, name), content);
  return (await readFile(name, options, testIo({ cwd: folder }).io)) as Table;
}

test('titles and empty rows above the header are left out, and lines are those of the file', async () => {
  const text =
    '\uFEFFGirişim listesi 2026;;\r\n;;\r\nAd;Açıklama;Tutar\r\n\r\nSu;"İki\r\nsatır";500 bin $\r\nOd;Isı;\r\n';
  expect(await read('a.csv', text)).toEqual({
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ';',
    headerLine: 3,
    header: ['Ad', 'Açıklama', 'Tutar'],
    rows: [
      { line: 5, cells: ['Su', 'İki\r\nsatır', '500 bin $'] },
      { line: 7, cells: ['Od', 'Isı', ''] },
    ],
    unreadable: [],
  });
});

test('a first row that names most columns is the header, though a later one has more cells', async () => {
  const { header, rows } = await read('b.csv', 'Ad;Mətn\nSu;Suyu ölçürük\nOd;İstilik\n');
  expect([header, rows.length]).toEqual([['Ad', 'Mətn'], 2]);
});

test.each([
  ['years among its names', 'Ad;2024;2025\nSu;Suyu;var\nOd;Isı;5\n', 1],
  ['a whole question as a name', `Ad;${'Layihəni qısaca təsvir edin. '.repeat(6)}\nSu;Suyu ölçürük\nOd;İstilik\n`, 1],
  ['a title with its date above it', 'Girişim listesi;2026\nTarih;27.11.2026\nAd;Metin;Tutar\nSu;Su;5\nOd;Isı;6\n', 3],
  ['a title above two columns', 'Girişim listesi 2026;\nAd;Metin\nSu;Suyu ölçer\nOd;Isı\n', 2],
])('the header is found with %s', async (_, text, line) => {
  expect(await read('h.csv', text)).toMatchObject({ headerLine: line, rows: { length: 2 } });
});

test('a short row is filled up, and one with a cell too many is told', async () => {
  const { rows, unreadable } = await read('c.csv', 'a;b;c\n1;2\n1;2;3;4\n5;6;7;;\n8;9;x\n');
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['1', '2', ''],
    ['5', '6', '7'],
    ['8', '9', 'x'],
  ]);
  expect(unreadable).toMatchObject([{ line: 3, rule: 'columns', message: expect.stringContaining('has 4 cells') }]);
});

test('a file of a Russian Excel is read as it is', async () => {
  const bytes = iconv.encode('Название;Сумма\r\nТепло;1,5 млн тенге\r\n', 'windows-1251');
  expect(await read('d.csv', bytes)).toMatchObject({
    encoding: 'windows-1251',
    rows: [{ line: 2, cells: ['Тепло', '1,5 млн тенге'] }],
  });
});

test('a workbook is read with numbers, dates and truths as plain text, by the name or number of its sheet', async () => {
  const cell = (value: string | number | boolean | Date) => ({
    value,
    ...(value instanceof Date && { format: 'dd.mm.yyyy' }),
  });
  const row = [cell('Şoran'), cell(1_500_000), cell(0.1 + 0.2), cell(true), cell(new Date('2026-12-03T00:00:00Z'))];
  const bytes = await writeWorkbook([
    { data: [['Boş'].map(cell)], sheet: 'Qeyd' },
    { data: [['Ad', 'Məbləğ', 'Pay', 'Razı', 'Gün'].map(cell), row], sheet: 'Startaplar' },
  ]).toBuffer();
  const expected = {
    format: 'xlsx',
    sheet: 'Startaplar',
    header: ['Ad', 'Məbləğ', 'Pay', 'Razı', 'Gün'],
    rows: [{ line: 2, cells: ['Şoran', '1500000', '0.3', 'true', '2026-12-03'] }],
  };
  expect(await read('e.xlsx', bytes, { sheet: 'Startaplar' })).toMatchObject(expected);
  expect(await read('e.xlsx', bytes, { sheet: '2' })).toMatchObject(expected);
  await expect(read('e.xlsx', bytes, { sheet: '3' })).rejects.toMatchObject({
    message: 'e.xlsx: there is no sheet "3".',
    hint: 'Its sheets are "Qeyd", "Startaplar".',
  });
});

test('NDJSON is read line by line, and a line that is none is told', async () => {
  const text = '{"id":"a"}\n\n[1]\n{"id":\n{"id":"b"}\n';
  expect(await read('f.ndjson', text)).toMatchObject({
    format: 'ndjson',
    records: [
      { line: 1, value: { id: 'a' } },
      { line: 5, value: { id: 'b' } },
    ],
    unreadable: [
      { line: 3, rule: 'object' },
      { line: 4, rule: 'json' },
    ],
  });
});

test.each([
  ['an empty file', 'g.csv', '', 'it has no rows'],
  ['a damaged workbook', 'h.xlsx', 'PK\u0003\u0004 cut', 'it is damaged'],
  ['an old workbook', 'i.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 1]), 'old kind (XLS)'],
  ['an image', 'j.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'it is no text'],
])('%s is refused with what to do', async (_, name, content, message) => {
  await expect(read(name, content)).rejects.toMatchObject({
    name: 'CliError',
    message: expect.stringContaining(message),
    hint: expect.stringMatching(/\.$/),
  });
});

test('a JSON array is read as records', async () => {
  expect(await read('k.json', '[\n {"id":"a"},\n {"id":"b"}\n]')).toMatchObject({
    records: [
      { line: 2, value: { id: 'a' } },
      { line: 3, value: { id: 'b' } },
    ],
  });
});

test('a file that is not there is told with the one that is meant', async () => {
  await writeFile(join(folder, 'startups.csv'), 'a;b');
  const { io } = testIo({ cwd: folder });
  await expect(readFile('startup.csv', {}, io)).rejects.toMatchObject({
    message: 'startup.csv: there is no such file.',
    hint: 'Did you mean startups.csv?',
  });
  await expect(readFile('nowhere/else.csv', {}, io)).rejects.toMatchObject({ hint: undefined });
});

test('a folder in place of a file is no fault of ours', async () => {
  const { io, err } = testIo({ cwd: folder });
  const error = await readFile('.', {}, io).catch((caught: unknown) => caught);
  expect(writeError(error, io)).toBe(EXIT.usage);
  expect(err()).toBe('error .: it is a folder.\n');
});
