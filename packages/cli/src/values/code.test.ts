import {
  COUNTRIES,
  INSTRUMENTS,
  INVESTOR_TYPES,
  LANGUAGES,
  LOCALES,
  REGIONS,
  SECTORS,
  STAGES,
} from '@kopru/sdk/facets';
import { LOCALE_STRINGS } from '@kopru/sdk/strings';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCode, readCodes, readExcludedSectors, readLimits, readSectors } from './code.ts';
import {
  countryNames,
  instrumentNames,
  investorTypeNames,
  languageNames,
  placeNames,
  roleNames,
  stageNames,
  statusNames,
  type Vocabulary,
} from './code-names.ts';
import { CELL_WORDS } from './words/index.ts';

describe.each(LOCALES)('every name that Köprü itself uses in %s is recognised', (locale) => {
  const { facets, countries, languages, sectors } = LOCALE_STRINGS[locale];
  /** The names that are read as another code than the one that they belong to. */
  const astray = <C extends string>(
    codes: readonly C[],
    nameOf: (code: C) => string,
    read: (name: string) => unknown,
  ) => codes.filter((code) => read(nameOf(code)) !== code).map((code) => [code, nameOf(code), read(nameOf(code))]);

  test('stages, instruments, investor types', () => {
    expect(
      astray(
        STAGES,
        (code) => facets.stages[code],
        (name) => readCode(name, stageNames()).value,
      ),
    ).toEqual([]);
    expect(
      astray(
        INSTRUMENTS,
        (code) => facets.instruments[code],
        (name) => readCode(name, instrumentNames()).value,
      ),
    ).toEqual([]);
    expect(
      astray(
        INVESTOR_TYPES,
        (code) => facets.investorTypes[code],
        (name) => readCode(name, investorTypeNames()).value,
      ),
    ).toEqual([]);
  });

  test('countries and regions', () => {
    expect(
      astray(
        COUNTRIES,
        (code) => countries[code],
        (name) => readCode(name, countryNames()).value,
      ),
    ).toEqual([]);
    expect(
      astray(
        COUNTRIES,
        (code) => countries[code],
        (name) => readCodes(name, placeNames()).value?.join(),
      ),
    ).toEqual([]);
    expect(
      astray(
        REGIONS,
        (code) => facets.regions[code],
        (name) => readCodes(name, placeNames()).value?.join(),
      ),
    ).toEqual([]);
  });

  test('languages', () => {
    // Twi is a part of Akan, and CLDR calls both so.
    const different = LANGUAGES.filter((code) => code !== 'tw');
    expect(
      astray(
        different,
        (code) => languages[code],
        (name) => readCode(name, languageNames()).value,
      ),
    ).toEqual([]);
  });

  test('sectors, in a list as by themselves', () => {
    const labels = SECTORS.map(({ code }) => code);
    expect(
      astray(
        labels,
        (code) => sectors[code],
        (name) => readSectors(name).value?.join(),
      ),
    ).toEqual([]);
    for (const separator of ['; ', ', ', ' / ', '\n']) {
      fc.assert(
        fc.property(fc.uniqueArray(fc.constantFrom(...labels), { minLength: 2, maxLength: 4 }), (codes) => {
          const cell = codes.map((code) => sectors[code]).join(separator);
          expect([cell, readSectors(cell).value]).toEqual([cell, codes]);
        }),
        { numRuns: 50 },
      );
    }
  });
});

describe.each(LOCALES)('every other name that people use in %s is recognised', (locale) => {
  const words = CELL_WORDS[locale];
  /** Names that two vocabularies of one kind share would be read as the first, in silence. */
  const astray = (table: Readonly<Record<string, readonly string[]>>, names: Vocabulary<string>) =>
    Object.entries(table).flatMap(([code, list]) =>
      list
        .filter((name) => readCode(name, names).value !== code)
        .map((name) => [code, name, readCode(name, names).value]),
    );

  test.each([
    ['stages', stageNames],
    ['countries', countryNames],
    ['regions', placeNames],
    ['instruments', instrumentNames],
    ['investorTypes', investorTypeNames],
    ['roles', roleNames],
    ['statuses', statusNames],
  ] as const)('%s', (key, names) => {
    expect(astray(words[key], names() as Vocabulary<string>)).toEqual([]);
  });
});

test.each<[string, string]>([
  ['Pre-Seed', 'pre_seed'],
  ['предпосевная стадия', 'pre_seed'],
  ['Tohum', 'seed'],
  ['TOHUM AŞAMASI', 'seed'],
  ['посев', 'seed'],
  ['Series A', 'series_a'],
  ['A Serisi', 'series_a'],
  ['Серия А', 'series_a'],
  ['серия A', 'series_a'],
  ['Раунд B', 'series_b'],
  ['FİKİR', 'idea'],
  ['fikir aşaması', 'idea'],
  ['Büyüme', 'growth'],
  ['seed (tohum)', 'seed'],
])('%s is a stage', (cell, code) => {
  expect(readCode(cell, stageNames())).toEqual({ value: code });
});

test.each<[string, string]>([
  ['TÜRKİYE', 'TR'],
  ['Turkiye', 'TR'],
  ['Turkey', 'TR'],
  ['Турция', 'TR'],
  ['РК', 'KZ'],
  ['ҚР', 'KZ'],
  ['КР', 'KG'],
  ['KAZ', 'KZ'],
  ['Kazakistan', 'KZ'],
  ['Казахстан (РК)', 'KZ'],
  ['KZ – Қазақстан', 'KZ'],
  ['AZE', 'AZ'],
  ['AZERBAYCAN', 'AZ'],
  ['Azerbaijan', 'AZ'],
  ['KKTC', 'XN'],
  ['O‘zbekiston', 'UZ'],
  ["O'zbekiston", 'UZ'],
  ['Oʻzbekiston', 'UZ'],
  ['Ozbekiston', 'UZ'],
  ['Кыргызстан', 'KG'],
  ['США', 'US'],
  ['uk', 'GB'],
  ['PK', 'PK'],
  ['Kазахстан', 'KZ'],
])('%s is a country', (cell, code) => {
  expect(readCode(cell, countryNames())).toEqual({ value: code });
});

describe('a list', () => {
  test('is parted at every usual mark and word', () => {
    for (const cell of [
      'TR, KZ, UZ',
      'Türkiye; Kazakistan / Özbekistan',
      'Турция, Казахстан и Узбекистан',
      'Turkiya va Qozog‘iston, UZB',
      'TR|KZ|UZ',
      'Türkiye\nKazakistan\nÖzbekistan',
      'Türkiye, Kazakistan & Özbekistan',
    ])
      expect([cell, readCodes(cell, placeNames())]).toEqual([cell, { value: ['TR', 'KZ', 'UZ'] }]);
  });

  test('holds names with the marks that part lists', () => {
    expect(readSectors('su, atık ve iklim, fintek ve sağlık').value).toEqual(['environment', 'finance', 'health']);
  });

  test('is what could be read, and tells what could not', () => {
    const { value, problem } = readCodes('seed, seeed', stageNames());
    expect(value).toEqual(['seed']);
    expect(problem).toMatchObject({ rule: 'one_of', message: '"seeed" is not known here.' });
    expect(problem?.suggestion).toContain('"seed"');
  });

  test('with an unknown half is the half that is known', () => {
    expect(readCodes('Казахстан и Нарния', placeNames())).toMatchObject({
      value: ['KZ'],
      problem: { message: '"Нарния" is not known here.' },
    });
  });

  test('that limits who is taken counts whole or not at all', () => {
    const cell = 'СНГ, Турция';
    expect(readLimits('Турция, Казахстан', placeNames())).toEqual({ value: ['TR', 'KZ'] });
    expect(readLimits(cell, placeNames())).toEqual({
      problem: {
        ...readCodes(cell, placeNames()).problem,
        message: '"СНГ" is not known here. The whole cell counts as not stated.',
      },
    });
  });

  test('of stages may be a range, and is all between its ends', () => {
    const all = { value: ['pre_seed', 'seed', 'series_a'] };
    for (const cell of [
      'pre-seed — series A',
      'Pre-seed-Series A',
      'предпосевная – серия A',
      'A serisi - tohum öncesi',
    ])
      expect([cell, readCodes(cell, stageNames())]).toEqual([cell, all]);
    expect(readCode('seed – series A', stageNames()).value).toBeUndefined();
  });

  test('that says all sets no limit', () => {
    for (const cell of [
      'hepsi',
      'Все',
      'all',
      'любая',
      'Barcha davlatlar',
      'бардык өлкөлөр',
      'bármely',
      'any stage',
      'Bütün ölkələr',
      'барлығы',
      'hemmesi',
    ])
      expect([cell, readCodes(cell, placeNames())]).toEqual([cell, {}]);
  });

  test('that says all but something sets no limit only where all of it is read', () => {
    expect(readCodes('hepsi, Kuzey Kore hariç', placeNames())).toMatchObject({ problem: { rule: 'one_of' } });
  });

  test('of a country and its city is that country, and the city is told', () => {
    const { value, problem } = readCode('Almatı, Kazakistan', countryNames());
    expect(value).toBe('KZ');
    expect(problem?.message).toBe('"Almatı" is not known here.');
  });

  test('where one is asked for is told', () => {
    expect(readCode('seed / Series A', stageNames()).problem?.message).toContain('names several');
  });
});

test.each(['TC', 'AR'])('%s is two countries, and read as neither', (cell) => {
  expect(readCode(cell, countryNames())).toMatchObject({ problem: { rule: 'one_of' } });
  expect(readCodes(cell, placeNames()).value).toBeUndefined();
});

test('sectors that the taxonomy does not have stay as they are written', () => {
  expect(readSectors('Fintech; kuantum şifreleme ve ağ').value).toEqual(['finance', 'kuantum şifreleme ve ağ']);
  expect(readSectors('tüm sektörler')).toEqual({});
  expect(readExcludedSectors('tüm sektörler')).toEqual({ value: ['tüm sektörler'] });
});

test('what is no name of anything is told, with the nearest', () => {
  expect(readCode('Kazakstann', countryNames()).problem).toMatchObject({
    rule: 'one_of',
    suggestion: expect.stringContaining('azak'),
  });
  fc.assert(
    fc.property(fc.stringMatching(/^[qwxz]{6,12}$/), (cell) => {
      expect(readCode(cell, countryNames()).value).toBeUndefined();
      expect(readCode(cell, countryNames()).problem).toBeDefined();
    }),
  );
});
