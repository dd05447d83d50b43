import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callSchema } from '../kinds/calls.ts';
import { type Call, isOpen } from './call.ts';
import { formatCall, parseCall, parseDay } from './calls.ts';

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/[;\s]/g, ''))
  .filter((text) => callSchema.shape.name.safeParse(text).success);
const call: fc.Arbitrary<Call> = fc.record(
  { name, opensOn: day, closesOn: day, startsOn: day, capacity: fc.integer({ min: 1, max: 100_000 }) },
  { requiredKeys: ['name'] },
);

test('a call that is written as a line is read again', () => {
  fc.assert(
    fc.property(call, (one) => {
      expect(parseCall(formatCall(one))).toEqual(one);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['Bahar 2027', { name: 'Bahar 2027' }],
  ['Bahar 2027; ; 01.03.2027', { name: 'Bahar 2027', closesOn: '2027-03-01' }],
  [
    ' Көктем ;2027-01-10; 2027-03-01;2027-04-01; 20',
    { name: 'Көктем', opensOn: '2027-01-10', closesOn: '2027-03-01', startsOn: '2027-04-01', capacity: 20 },
  ],
  ['Bahar 2027;;;;20', { name: 'Bahar 2027', capacity: 20 }],
  ['; 2027-01-10', undefined],
  ['Bahar; tomorrow', undefined],
  ['Bahar; 2027-02-30', undefined],
  ['Bahar;;;;many', undefined],
  ['Bahar;;;;1;2', undefined],
])('the line "%s" is read as %o', (line, read) => {
  expect(parseCall(line)).toEqual(read);
});

test.each([
  [{ opensOn: '2027-01-10', closesOn: '2027-03-01' }, '2027-01-09', false],
  [{ opensOn: '2027-01-10', closesOn: '2027-03-01' }, '2027-01-10', true],
  [{ opensOn: '2027-01-10', closesOn: '2027-03-01' }, '2027-03-01', true],
  [{ opensOn: '2027-01-10', closesOn: '2027-03-01' }, '2027-03-02', false],
  [{ opensOn: '2027-01-10' }, '2099-12-31', true],
  [{ closesOn: '2027-03-01' }, '2000-01-01', true],
  [{}, '2027-03-02', true],
])('a call of %o is open on %s: %s', (dates, on, open) => {
  expect(isOpen(dates, on)).toBe(open);
});

test('a day is one of the calendar, in either way of writing', () => {
  expect(['2028-02-29', '29.02.2028', '1.3.2027.'].map(parseDay)).toEqual(['2028-02-29', '2028-02-29', '2027-03-01']);
  expect(['2027-02-29', '31.04.2027', '2027-3-1', '', 'soon'].map(parseDay)).toEqual(Array(5).fill(undefined));
});
