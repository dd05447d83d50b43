import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatScopeLine, parseScopeLine, type Range } from '../facets/index.ts';
import { MEMBERSHIPS, recognisedThrough } from './arrangements.ts';
import { coversStandard, foldStandard } from './standards.ts';
import { convertUnit, excessOf, reachOf } from './units.ts';

describe('units', () => {
  test.each([
    [1, 'm3/h', 'l/min', 16.6667],
    [15, 'мм', 'cm', 1.5],
    [0.4, 'МПа', 'bar', 4],
    [3, 'кОм', 'ohm', 3000],
    [2, 'м³/ч', 'm^3/h', 2],
    [50, 'Гц', 'kHz', 0.05],
    [20, '°C', 'K', 293.15],
    [20, '°С', '°F', 68],
    [5, 'µm', 'mm', 0.005],
    [7, 'pH', 'pH', 7],
    [5, 'мкм', 'um', 5],
  ])('%d %s is so many %s: %d', (value, from, to, expected) => {
    expect(convertUnit(value, from, to, 'point')).toBeCloseTo(expected, 4);
  });

  test('a difference of degrees has no zero', () => {
    expect(convertUnit(1, '°C', 'K', 'difference')).toBeCloseTo(1, 12);
    expect(convertUnit(9, '°F', '°C', 'difference')).toBeCloseTo(5, 12);
  });

  test.each([
    ['mm', 'm3/h'],
    ['mm', '%'],
    ['pH', 'H'],
    ['NTU', 'mm'],
    ['dB', '%'],
    ['12', 'mm'],
    ['', 'mm'],
  ])('%s and %s do not compare', (from, to) => {
    expect(convertUnit(1, from, to, 'point')).toBeUndefined();
  });
});

/** Units of one kind each, with how many of the first one of each is. */
const KINDS = [
  [['mm', 1] as const, ['cm', 10] as const, ['м', 1000] as const, ['µm', 0.001] as const],
  [['kPa', 1] as const, ['bar', 100] as const, ['МПа', 1000] as const],
  [['l/min', 1] as const, ['m3/h', 1000 / 60] as const],
] as const;
const ends = fc.option(fc.integer({ min: -10_000, max: 10_000 }), { nil: undefined });
const range = fc
  .tuple(ends, ends)
  .filter(([a, b]) => a !== undefined || b !== undefined)
  .map(([a, b]) => (a !== undefined && b !== undefined && a > b ? ([b, a] as const) : ([a, b] as const)));
const ranges = fc.constantFrom(...KINDS).chain((units) => {
  const unit = fc.constantFrom<readonly [string, number]>(...units);
  return fc.tuple(range, range, unit, unit, unit, unit);
});
const inUnit = (
  [min, max]: readonly [number | undefined, number | undefined],
  [unit, size]: readonly [string, number],
): Range => ({
  ...(min !== undefined && { min: min / size }),
  ...(max !== undefined && { max: max / size }),
  unit,
});

describe('ranges', () => {
  test('containment does not depend on the units in which they are written', () => {
    fc.assert(
      fc.property(ranges, ([wanted, given, a, b, c, d]) => {
        const one = reachOf(inUnit(wanted, a), inUnit(given, b))!;
        const other = reachOf(inUnit(wanted, c), inUnit(given, d))!;
        expect(other.beyond === 0).toBe(one.beyond === 0);
        // The margin is in the unit of what is wanted.
        expect(one.beyond * a[1]).toBeCloseTo(other.beyond * c[1], 4);
      }),
      { numRuns: 200 },
    );
  });

  test('whoever reaches further contains no less, and a smaller need is contained no less', () => {
    fc.assert(
      fc.property(ranges, fc.nat(500), ([wanted, [min, max], a, b], more) => {
        const wider = [min && min - more, max && max + more] as const;
        const before = reachOf(inUnit(wanted, a), inUnit([min, max], b))!;
        const after = reachOf(inUnit(wanted, a), inUnit(wider, b))!;
        expect(after.beyond).toBeLessThanOrEqual(before.beyond + 1e-9);
        if (before.beyond > 0) return;
        const [from, to] = wanted;
        if (from === undefined || to === undefined) return;
        expect(reachOf(inUnit([(from + to) / 2, to], a), inUnit([min, max], b))!.beyond).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  test('contain themselves in any unit, and what is open takes all', () => {
    fc.assert(
      fc.property(ranges, ([one, , a, b]) => {
        expect(reachOf(inUnit(one, a), inUnit(one, b))!.beyond).toBe(0);
      }),
      { numRuns: 200 },
    );
    expect(reachOf({ min: -5, max: 9e9, unit: 'm' }, { min: -1, unit: 'cm' })!.beyond).toBeCloseTo(4.99);
    expect(reachOf({ min: 50, unit: 'mm' }, { max: 4, unit: 'cm' })!.beyond).toBeCloseTo(10);
  });

  test('an uncertainty is too much by the margin', () => {
    expect(excessOf({ value: 0.2, unit: '°C' }, { value: 0.5, unit: 'K' })!.excess).toBeCloseTo(0.3);
    expect(excessOf({ value: 1, unit: '%' }, { value: 5000, unit: 'ppm' })!.excess).toBe(0);
    expect(excessOf({ value: 1, unit: '%' }, { value: 1, unit: 'mm' })).toBeUndefined();
  });
});

test.each([
  ['EN 1434', 'ГОСТ Р ЕН 1434-4-2011', true],
  ['TS EN 1434-4', 'EN 1434-4:2015', true],
  ['EN 1434-1', 'EN 1434-4', false],
  ['EN 143', 'EN 1434', false],
  ['GOST-R', 'ГОСТ Р', true],
  ['СТ РК ISO 4064-2', 'ISO 4064-2', true],
  ['O‘z DSt ISO 9001', 'iso 9001:2015', true],
  ['МЭК 60068-2-1', 'IEC 60068-2-1', true],
  ['CE', 'ISO 4064', false],
])('%s covers %s: %s', (given, wanted, expected) => {
  expect(coversStandard(foldStandard(given), foldStandard(wanted))).toBe(expected);
});

describe('a line of a scope as a text', () => {
  const names = fc.stringMatching(/^[A-Za-zЀ-ӿ0-9]([A-Za-zЀ-ӿ0-9 ./-]{0,20}[A-Za-zЀ-ӿ0-9])?$/);
  const number = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constantFrom(0.5, 12.25, 1e-7, 1e21));
  const unit = fc.constantFrom('mm', '°C', '%', 'm3/h', 'мкм', 'mg/l CaCO3');
  const line = fc.record(
    {
      item: names,
      standards: fc.array(names, { minLength: 1, maxLength: 3 }),
      range: fc.oneof(
        fc.record({ min: number, max: number, unit }),
        fc.record({ min: number, unit }),
        fc.record({ max: number, unit }),
      ),
      uncertainty: fc.record({ value: fc.constantFrom(0.5, 3, 1e-7), unit }),
    },
    { requiredKeys: [] },
  );

  test('is read as it was written', () => {
    fc.assert(
      fc.property(line, (one) => {
        fc.pre(Object.keys(one).length > 0);
        expect(parseScopeLine(formatScopeLine(one))).toEqual(one);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    [
      'ısı sayacı; TS EN 1434; 15..40 mm; +/- 0,5 %',
      { range: { min: 15, max: 40, unit: 'mm' }, uncertainty: { value: 0.5, unit: '%' } },
    ],
    ['термометр;; −40…85 °C', { item: 'термометр', range: { min: -40, max: 85, unit: '°C' } }],
  ])('%s is read', (text, expected) => expect(parseScopeLine(text)).toMatchObject(expected));

  test.each(['heat meters', ';', '; ;', 'a; b; c'])('%s is none', (text) => {
    expect(parseScopeLine(text)).toBeUndefined();
  });
});

describe('arrangements', () => {
  test('hold from their first day to their last, for the bodies within them', () => {
    expect(recognisedThrough('Türkak', '2026-11-28')).toEqual(expect.arrayContaining(['HU', 'KZ', 'TR']));
    expect(recognisedThrough('TÜRKAK', '2006-04-03')).toEqual([]);
    expect(recognisedThrough('кца', '2015-08-11')).toEqual([]);
    expect(recognisedThrough('кца', '2015-08-12')).toContain('RU');
    expect(recognisedThrough('Nobody', '2026-11-28')).toBeUndefined();
    const ended = MEMBERSHIPS.map((row) => ({ ...row, until: '2026-11-27' }));
    expect(recognisedThrough('TÜRKAK', '2026-11-27', ended)).toContain('HU');
    expect(recognisedThrough('TÜRKAK', '2026-11-28', ended)).toEqual([]);
    expect(recognisedThrough('TÜRKAK', undefined, ended)).toEqual([]);
  });

  test('name a source and days in order', () => {
    for (const { from, until = '9999-12-31', source } of MEMBERSHIPS) {
      expect(from < until).toBe(true);
      expect(source.length).toBeGreaterThan(10);
    }
  });
});
