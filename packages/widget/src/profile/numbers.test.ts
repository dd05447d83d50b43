import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumber } from './numbers.ts';

test.each([
  ['300000', 300_000],
  ['300 000', 300_000],
  ['300\u00a0000', 300_000],
  ['300.000', 300_000],
  ['300,000', 300_000],
  ['1.234.567', 1_234_567],
  ['1,234,567.5', 1_234_567.5],
  ['1.234.567,5', 1_234_567.5],
  ['1,5', 1.5],
  ['0.01', 0.01],
  ['1’000', 1000],
  ['-3', -3],
])('%j is %d', (text, n) => {
  expect(parseNumber(text)).toBe(n);
});

test.each(['', 'many', '1.2.3', '12,34,56', '1,2.3,4', '5k', '1e6', '--1', '.', '1.5.', '1,,5'])(
  '%j is no number',
  (text) => {
    expect(parseNumber(text)).toBeUndefined();
  },
);

test('every number is read back as it is written, whatever parts its thousands', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e12 }),
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom(['.', ','], [',', '.'], [' ', ','], ['\u202f', '.']),
      (whole, part, [group, decimal]) => {
        const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, group as string);
        expect(parseNumber(grouped)).toBe(whole);
        const text = `${grouped}${decimal}${String(part).padStart(2, '0')}`;
        expect(parseNumber(text)).toBeCloseTo(whole + part / 100, 2);
      },
    ),
  );
});
