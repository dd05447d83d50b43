import { expect, test } from 'vitest';
import { dueDays, type Wish } from './expected.ts';

const days = (wish: Partial<Wish>, from: string, to: string) =>
  dueDays(
    { frequency: 'daily', weekday: 1, hour: 8, timeZone: 'Asia/Almaty', ...wish },
    new Date(`${from}Z`),
    new Date(`${to}Z`),
  );

test('a daily digest is due once on each day, after the beginning and up to the end', () => {
  // 08:00 in Almaty is 03:00 UTC.
  expect(days({}, '2027-03-20T02:00', '2027-03-22T03:00')).toEqual(['2027-03-20', '2027-03-21', '2027-03-22']);
  expect(days({}, '2027-03-20T03:00', '2027-03-22T02:00')).toEqual(['2027-03-21']);
});

test('a weekly one on its weekday', () => {
  expect(days({ frequency: 'weekly', weekday: 3 }, '2027-03-20T00:00', '2027-04-03T00:00')).toEqual([
    '2027-03-24',
    '2027-03-31',
  ]);
});

test('an hour that the clock leaves out, or has twice, makes one digest', () => {
  const budapest = { hour: 2, timeZone: 'Europe/Budapest' };
  // On 28 March the clock goes from 02:00 to 03:00 at 01:00 UTC.
  expect(days(budapest, '2027-03-28T00:00', '2027-03-28T01:00')).toEqual(['2027-03-28']);
  expect(days(budapest, '2027-03-28T01:00', '2027-03-28T23:00')).toEqual([]);
  // On 31 October 02:00 comes at 00:00 and at 01:00 UTC.
  expect(days(budapest, '2027-10-30T23:00', '2027-10-31T00:00')).toEqual(['2027-10-31']);
  expect(days(budapest, '2027-10-31T00:00', '2027-10-31T12:00')).toEqual([]);
});
