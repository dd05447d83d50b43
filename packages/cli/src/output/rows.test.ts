import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchRunOf, profileFile } from '../../test/match-run.ts';
import { matchAll } from '../matching/match-all.ts';
import { COLUMNS, type MatchRow, matchRows } from './rows.ts';
import { writeCsv, writeNdjson } from './write-rows.ts';

const investors = profileFile('investor', [
  { id: 'b', name: 'Беркут', thesis: 'Sulama', country: 'AZ' },
  { id: '𐐀', thesis: 'Sulama suyu' },
  { id: '豈', thesis: 'Sulama suyunu ölçen' },
]);
const startups = profileFile('startup', [
  { id: 'z', name: 'Su', pitch: 'Sulama suyunu ölçen sensörler', country: 'TR', stage: 'seed' },
  { id: 'a', pitch: 'Sulama' },
]);

describe('the rows of the list', () => {
  test('stand by startup, then rank, with names, countries and sentences in the language that was asked', async () => {
    const run = await matchRunOf(startups, investors);
    const rows = matchRows(run.startups, run.investors, run.lists, 'tr');
    expect(rows.map(({ startup, rank }) => `${startup}${rank}`)).toEqual(['a1', 'a2', 'a3', 'z1', 'z2', 'z3']);
    const row = rows.find(({ startup, investor }) => startup === 'z' && investor === 'b');
    expect(row).toMatchObject({
      startup_name: 'Su',
      investor_name: 'Беркут',
      startup_country: 'TR',
      investor_country: 'AZ',
      cautions: ['Girişim, sektörünü belirtmemiş: sormaya değer.'],
    });
    expect(rows.find(({ investor }) => investor === '𐐀')?.investor_country).toBe('');
  });

  test('stand by investor when the lists are the investors’, in the order of code points', async () => {
    const run = await matchRunOf(startups, investors);
    const lists = matchAll(run.investors, run.startups, { limit: 10, minScore: 0 });
    const rows = matchRows(run.investors, run.startups, lists, 'en');
    // As UTF-16 the letter U+10400, a surrogate pair, would come before the ideograph of U+F900.
    expect(rows.map(({ investor, rank }) => `${investor}${rank}`)).toEqual(['b1', 'b2', '豈1', '豈2', '𐐀1', '𐐀2']);
    expect(Object.keys(rows[0] ?? {})).toEqual([...COLUMNS]);
  });
});

const ROW: MatchRow = {
  startup: 's',
  investor: 'i',
  rank: 1,
  score: 72.5,
  reasons: ['One.', 'Two.'],
  cautions: [],
  startup_name: 'Su',
  investor_name: 'Fon',
  startup_country: 'TR',
  investor_country: '',
};
const HEADER =
  'startup,investor,rank,score,reasons,cautions,startup_name,investor_name,startup_country,investor_country';

describe('the list as CSV', () => {
  test('has commas, LF and the columns of the contract, and a header when it is empty', () => {
    expect(writeCsv([ROW], { excel: false })).toBe(`${HEADER}\ns,i,1,72.5,One; Two.,,Su,Fon,TR,\n`);
    expect(writeCsv([], { excel: false })).toBe(`${HEADER}\n`);
  });

  test('has a byte order mark, semicolons, CRLF and decimal commas for Excel', () => {
    expect(writeCsv([ROW], { excel: true })).toBe(
      `\ufeff${HEADER.replaceAll(',', ';')}\r\ns;i;1;72,5;"One; Two.";;Su;Fon;TR;\r\n`,
    );
  });

  test('gives no text that a spreadsheet would run, and every other one as it was', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1+1', '+90', '-1', '@a', '\tx', '\rx', 'a"b', 'a;b\r\nc', "'x"),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (name, excel) => {
        const csv = writeCsv([{ ...ROW, startup_name: name }], { excel });
        const [row] = parse(csv, { bom: true, delimiter: excel ? ';' : ',', columns: true }) as Record<
          string,
          string
        >[];
        const expected = /^[=+\-@\t\r]/.test(name) ? `'${name}` : name;
        expect([expected, `'${name}`]).toContain(row?.startup_name);
        expect(row?.startup_name).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

test('the list as NDJSON has a line a pair, with its sentences as lists', () => {
  const lines = writeNdjson([ROW, ROW]).split('\n');
  expect(lines).toHaveLength(3);
  expect(JSON.parse(lines[0] ?? '')).toEqual(ROW);
});
