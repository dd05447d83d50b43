import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jurisdictionSchema } from '../kinds/patent.ts';
import { sectorsOfClasses } from './class-sectors.ts';
import { hasClass, parseClassification } from './classifications.ts';
import { COUNTRIES } from './countries.ts';
import {
  formatJurisdiction,
  isInForce,
  type Jurisdiction,
  officesFor,
  PATENT_STATUSES,
  parseJurisdiction,
  REGIONAL_OFFICES,
} from './jurisdictions.ts';
import { isSectorCode } from './sectors.ts';

test.each([
  ['A01G 25/16', { code: 'A01G 25/16', class: 'A01', subclass: 'A01G' }],
  [' h10k0085/10 ', { code: 'H10K 85/10', class: 'H10', subclass: 'H10K' }],
  ['Y02A40/28', { code: 'Y02A 40/28', class: 'Y02', subclass: 'Y02A' }],
  ['G06F', { code: 'G06F', class: 'G06', subclass: 'G06F' }],
  ['C02', { code: 'C02', class: 'C02' }],
  ['I01B 1/00', undefined],
  ['A1B 1/00', undefined],
  ['A01 25/16', undefined],
  ['A01G 25', undefined],
  ['A01G 25/1', undefined],
  ['A01G 25/16; B01D', undefined],
  ['', undefined],
])('the symbol "%s" is read as %o', (text, read) => {
  expect(parseClassification(text)).toEqual(read);
});

test('a symbol is of a class that the IPC or the CPC has', () => {
  const has = (text: string) => hasClass(parseClassification(text)!);
  expect(['A01G', 'H10', 'Y02C', 'D10B', 'B33Y', 'G16H 10/60'].map(has)).toEqual(Array(6).fill(true));
  expect(['A02G', 'H06', 'Y01', 'C16K', 'B10', 'E20C 1/00'].map(has)).toEqual(Array(6).fill(false));
});

test.each([
  [['A01G 25/16'], ['irrigation']],
  [['A01G 9/02', 'G06F 3/01', 'B01D 21/00'], []],
  [
    ['C02F 1/44', 'C02F 3/00', 'G06Q 20/32'],
    ['payments', 'water_supply'],
  ],
  [['H04L 9/32', 'H04L 12/28'], ['cybersecurity']],
  [
    ['H01M 8/10', 'H01M 10/052'],
    ['energy_storage', 'hydrogen'],
  ],
  [['H10'], ['semiconductors_sensors']],
  [['G01N 21/00'], []],
  [['unread'], []],
])('the classes %o speak of %o', (symbols, sectors) => {
  expect(sectorsOfClasses(symbols)).toEqual(sectors);
  for (const code of sectors) expect(isSectorCode(code)).toBe(true);
});

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2059-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const jurisdiction: fc.Arbitrary<Jurisdiction> = fc.record(
  {
    office: fc.constantFrom(...REGIONAL_OFFICES, ...COUNTRIES),
    number: fc.stringMatching(/^[A-Z]{0,2}[0-9/. -]{0,12}[0-9]$/),
    status: fc.constantFrom(...PATENT_STATUSES),
    filedOn: day,
    grantedOn: day,
    expiresOn: day,
  },
  { requiredKeys: ['office', 'status'] },
);

test('a jurisdiction that is written as a line is read again', () => {
  fc.assert(
    fc.property(jurisdiction, (one) => {
      const trimmed = one.number === undefined ? one : { ...one, number: one.number.trim() };
      expect(parseJurisdiction(formatJurisdiction(one))).toEqual(trimmed);
    }),
    { numRuns: 200 },
  );
});

test.each([['kz; 34567; Granted; 01.02.2019;; 2039-02-01'], ['EP;;applied']])(
  'the line "%s" is one of a jurisdiction',
  (line) => {
    expect(jurisdictionSchema.safeParse(parseJurisdiction(line)).success).toBe(true);
  },
);

test.each([
  'KZ',
  'KZ; 1',
  'QQ; 1; granted',
  'KZ; 1; refused',
  'KZ; 1; granted; 2019-02-30',
  'KZ; 1; granted; 2019-01-01; 2020-01-01; 2039-01-01; 1',
  'Қазақстан; 1; granted',
])('the line "%s" is none', (line) => {
  expect(parseJurisdiction(line)).toBeUndefined();
});

test('the office of a country speaks before a regional one, and that before the international one', () => {
  const of = (...offices: Jurisdiction['office'][]) => offices.map((office) => ({ office }));
  const codes = (list: readonly { office: string }[]) => list.map(({ office }) => office);
  expect(codes(officesFor(of('WO', 'EP', 'TR', 'TR'), 'TR'))).toEqual(['TR', 'TR']);
  expect(codes(officesFor(of('WO', 'EP', 'EA'), 'TR'))).toEqual(['EP']);
  expect(codes(officesFor(of('WO', 'EP', 'EA'), 'KG'))).toEqual(['EA']);
  expect(codes(officesFor(of('WO', 'EP', 'EA'), 'UZ'))).toEqual(['WO']);
  expect(codes(officesFor(of('EP', 'EA'), 'UZ'))).toEqual([]);
});

test.each([
  [{ status: 'granted', expiresOn: '2026-11-28' }, '2026-11-28', true],
  [{ status: 'granted', expiresOn: '2026-11-28' }, '2026-11-29', false],
  [{ status: 'applied' }, '2026-11-28', true],
  [{ status: 'lapsed', expiresOn: '2036-11-28' }, '2026-11-28', false],
  [{ status: 'expired' }, '2026-11-28', false],
] as const)('%o is in force on %s: %s', (one, on, inForce) => {
  expect(isInForce({ office: 'KZ', ...one }, on)).toBe(inForce);
});
