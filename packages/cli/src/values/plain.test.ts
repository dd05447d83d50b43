import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConsent } from './consent.ts';
import { readEmail, readPhone, readWebsite } from './contact.ts';
import { alike, fold, foldWords } from './fold.ts';
import { named, nearest } from './nearest.ts';
import { readWhole } from './number.ts';
import { isNothing, readCell } from './read-cell.ts';

describe('consent', () => {
  test.each([
    'Evet',
    'EVET',
    'Bəli',
    'иә',
    'ооба',
    'ha',
    'hawa',
    'igen',
    'Да',
    'да, согласен',
    'yes',
    'TRUE',
    '1',
    '+',
    '✓',
    '✔️',
    'Onaylıyorum',
    'I agree',
  ])('%s is a yes', (cell) => {
    expect(readConsent(cell)).toEqual({ value: true });
  });

  test.each([
    'Hayır',
    'xeyr',
    'жоқ',
    'жок',
    'yo‘q',
    "yo'q",
    'ýok',
    'nem',
    'Нет',
    'no',
    'false',
    '0',
    '-',
    'Не согласен',
    'evet / hayır',
  ])('%s is a no', (cell) => {
    expect(readConsent(cell)).toEqual({ value: false });
  });

  test.each(['belki', 'да, но не сейчас', 'evet ama sonra', 'x', '?', '12.03.2026'])('%s is neither', (cell) => {
    expect(readConsent(cell)).toMatchObject({ problem: { rule: 'consent' } });
    expect(readConsent(cell).value).toBeUndefined();
  });
});

test.each<[string, number | undefined]>([
  ['7', 7],
  ['TRL 7', 7],
  ['TRL-7', 7],
  ['12 kişi', 12],
  ['1 200 человек', 1200],
  ['1.200', 1200],
  ['7.0', 7],
  ['7,5', undefined],
  ['-3', undefined],
  ['5-7', undefined],
  ['beş', undefined],
])('%s is the whole number %s', (cell, value) => {
  expect(readWhole(cell).value).toBe(value);
  expect(readWhole(cell).problem === undefined).toBe(value !== undefined);
});

test.each([
  ['example.com', 'https://example.com'],
  ['www.example.com/tr', 'https://www.example.com/tr'],
  ['http://example.com', 'http://example.com'],
  [' https://a.example, https://b.example', 'https://a.example'],
])('%s is the site %s', (cell, address) => {
  expect(readWebsite(cell)).toBe(address);
});

test.each([
  ['mailto:a@example.com', 'a@example.com'],
  ['Aygün <a@example.com>', 'a@example.com'],
  ['a@example.com; b@example.com', 'a@example.com'],
])('%s is the address %s', (cell, address) => {
  expect(readEmail(cell)).toBe(address);
});

test('a telephone number is kept as it is, but for the apostrophe of a spreadsheet', () => {
  expect(readPhone("'+90 555 100 20 30 ")).toBe('+90 555 100 20 30');
});

test.each(['-', '—', 'yok', 'Нет', 'н/д', 'N/A', '...', 'жоқ', 'Yo‘q', 'nincs adat'])('%s is nothing', (cell) => {
  expect(isNothing(cell)).toBe(true);
});

test.each(['TR', '5', '$', 'нет лимита', 'tohum'])('%s is something', (cell) => {
  expect(isNothing(cell)).toBe(false);
});

test('a list of texts is parted at commas only where nothing else parts it', () => {
  expect(readCell('texts', 'AgroLab; Yük, A.Ş.').value).toEqual(['AgroLab', 'Yük, A.Ş.']);
  expect(readCell('texts', 'AgroLab, YukNet').value).toEqual(['AgroLab', 'YukNet']);
});

test('case, marks and apostrophes make no difference between words', () => {
  expect(fold('İSTANBUL')).toBe(fold('istanbul'));
  expect(fold('ISPARTA')).toBe(fold('ısparta'));
  expect(foldWords('Oʻzbekiston')).toBe(foldWords("O'ZBEKISTON"));
  expect(foldWords('ŉ')).toBe(foldWords("'n"));
  expect(foldWords('Қазақстан')).toBe(foldWords('казакстан'));
  expect(alike(foldWords('Cepия A'))).toBe(alike(foldWords('Серия А')));
  expect(foldWords('РК')).not.toBe(foldWords('PK'));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldWords(foldWords(text))).toBe(foldWords(text));
    }),
  );
});

test('the nearest names come first, and those far away not at all', () => {
  expect(nearest('pich', named(['thesis', 'pitch', 'private']))).toEqual(['pitch']);
  expect(nearest('name', named(['id', 'names', 'name']))).toEqual(['name', 'names']);
});

test('calls of a programme stand in one cell, and one that cannot be read is told', () => {
  expect(readCell('calls', 'Bahar 2027; 10.01.2027; 2027-03-01 | Güz 2027;;;;20').value).toEqual([
    { name: 'Bahar 2027', opensOn: '2027-01-10', closesOn: '2027-03-01' },
    { name: 'Güz 2027', capacity: 20 },
  ]);
  expect(readCell('calls', 'Bahar 2027\nGüz; yakında')).toMatchObject({ problem: { rule: 'calls' } });
});

test('jurisdictions of a patent stand in one cell, and one that cannot be read is told', () => {
  expect(readCell('jurisdictions', 'EA; 034567; granted;; 31.05.2021 | tr;;lapsed').value).toEqual([
    { office: 'EA', number: '034567', status: 'granted', grantedOn: '2021-05-31' },
    { office: 'TR', status: 'lapsed' },
  ]);
  expect(readCell('jurisdictions', 'EA; 034567; granted\nTR; 1; mine')).toMatchObject({
    problem: { rule: 'jurisdictions', message: expect.stringContaining('TR; 1; mine') },
  });
  expect(readCell('licenceType', 'неисключительная лицензия').value).toBe('non_exclusive');
});
