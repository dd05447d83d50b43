import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bag, HUNGARIAN, KAZAKH, POOR, TURKISH } from '../../test/fixtures/st96.ts';
import { testIo } from '../../test/test-io.ts';
import { readProfiles } from '../profiles/read-profiles.ts';
import { readSt96 } from './st96.ts';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'kopru-st96-'));
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

async function patents(content: string | Uint8Array, kind: 'patent' | 'startup' = 'patent') {
  await writeFile(join(cwd, 'a.xml'), content);
  return readProfiles('a.xml', kind, {}, testIo({ cwd }).io);
}

test('applications of several offices, languages and namespaces are read from one file', async () => {
  const { format, rows } = await patents(bag(KAZAKH, TURKISH, HUNGARIAN));
  expect(format).toBe('xml');
  expect(rows).toEqual([
    {
      id: 'KZ-2021-0042.1',
      line: 4,
      profile: {
        name: 'Тамшылатып суару клапаны',
        abstract: 'Топырақ кепкенде ашылатын, қуатсыз жұмыс істейтін клапан.',
        lang: 'kk',
        claims: '1. Кеуекті элементі бар клапан.\n2. 1-тармақ бойынша клапан, мембранасымен.',
        classifications: ['A01G 25/16', 'F16K 31/00'],
        jurisdictions: [
          { office: 'KZ', number: '36001', status: 'granted', filedOn: '2021-01-20', grantedOn: '2023-02-03' },
        ],
        owner: 'Арал су институты, Айгүл Серікова',
        country: 'KZ',
        consent: { matching: true },
        status: 'active',
      },
    },
    {
      id: 'TR-2022-7',
      line: expect.any(Number),
      profile: {
        name: 'Süt soğutma kutusu',
        abstract: 'Sütü elektriksiz <soğuk> tutan & tuz dolu kutu.',
        lang: 'tr',
        classifications: ['F25D 3/00'],
        jurisdictions: [{ office: 'TR', number: '2022-7', status: 'applied', filedOn: '2022-05-01' }],
        owner: 'Yayla Soğutma A.Ş.',
        consent: { matching: true },
        status: 'active',
      },
    },
    {
      id: 'WO-PCT-HU2024-000001',
      line: expect.any(Number),
      profile: {
        name: 'Gyorsteszt állati tejhez',
        abstract: 'Papírcsík, amely színváltozással jelzi az antibiotikumot.',
        lang: 'hu',
        jurisdictions: [{ office: 'WO', number: 'PCT/HU2024/000001', status: 'applied' }],
        consent: { matching: true },
        status: 'active',
      },
    },
  ]);
});

test('what cannot be read of one application is told with its line, and the rest goes on', async () => {
  const { rows, issues } = await patents(bag(POOR, KAZAKH, TURKISH, KAZAKH));
  expect(rows.map(({ id }) => id)).toEqual(['KZ-2021-0042.1', 'TR-2022-7']);
  expect(issues.map(({ line, severity, rule, column }) => [line, severity, rule, column])).toEqual([
    [3, 'error', 'required', 'abstract'],
    [5, 'warning', 'one_text', undefined],
    [expect.any(Number), 'warning', 'classification_syntax', 'classifications'],
    [expect.any(Number), 'error', 'unique_id', 'id'],
    [expect.any(Number), 'warning', 'one_text', undefined],
  ]);
});

test('an office that is none costs the jurisdiction alone', async () => {
  const { rows, issues } = await patents(bag(`${POOR}<pat:Abstract>Some text.</pat:Abstract>`));
  expect(rows.map(({ profile }) => profile)).toMatchObject([{ name: 'No abstract', abstract: 'Some text.' }]);
  expect(rows[0]?.profile).not.toHaveProperty('jurisdictions');
  expect(issues).toMatchObject([{ line: 3, severity: 'warning', rule: 'jurisdictions', column: 'jurisdictions' }]);
});

test('where a file is broken, what came before is kept and the line is told', async () => {
  const { rows, issues } = await patents(bag(KAZAKH, TURKISH).replace('</x:PartyBag>', '</x:Party>'));
  expect(rows.map(({ id }) => id)).toEqual(['KZ-2021-0042.1']);
  expect(issues).toMatchObject([
    { rule: 'one_text' },
    { line: 29, severity: 'error', rule: 'xml', message: expect.stringContaining('unexpected close tag') },
  ]);
});

test('a declared encoding is believed', async () => {
  const text = bag(KAZAKH.replaceAll('і', 'и').replaceAll(/[қғүұһәөң]/giu, 'к')).replace('UTF-8', 'windows-1251');
  const { rows } = await patents(iconv.encode(text, 'windows-1251'));
  expect(rows[0]?.profile.name).toBe('Тамшылатып суару клапаны');
});

test.each([
  [
    'entities that grow',
    `<!DOCTYPE bag [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${HUNGARIAN.replace('Gyorsteszt', '&b;')}`,
    'a.xml:1: it has a DOCTYPE, with which no file is read.',
  ],
  [
    'a DOCTYPE alone',
    '<?xml version="1.0"?>\n<!DOCTYPE bag SYSTEM "file:///etc/passwd"><bag/>',
    'a.xml:2: it has a DOCTYPE',
  ],
  ['other XML', '<feed><entry/></feed>', 'a.xml: it has no BibliographicData of WIPO ST.96.'],
])('a file with %s is refused', async (_, text, message) => {
  await expect(patents(text)).rejects.toThrow(message);
});

test('an entity that nothing declares is no text', () => {
  const { rows, unreadable } = readSt96(bag(TURKISH, KAZAKH.replace('Арал', '&aral;')), 'a.xml');
  expect(rows).toHaveLength(1);
  expect(unreadable).toMatchObject([{ rule: 'xml', message: expect.stringContaining('undefined entity') }]);
});

test('patents are no startups', async () => {
  await expect(patents(bag(HUNGARIAN), 'startup')).rejects.toThrow(
    'a.xml holds profiles of the kind patent, and not startup.',
  );
});
