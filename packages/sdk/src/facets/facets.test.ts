import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COUNTRIES,
  CURRENCIES,
  convert,
  DEFAULT_RATES,
  expandCountries,
  INSTRUMENTS,
  isCountryCode,
  isInterestFree,
  isLanguageCode,
  isLocale,
  isRegionCode,
  isSectorCode,
  LANGUAGES,
  LOCALES,
  membersOf,
  parentOf,
  REGIONS,
  SECTORS,
  STAGES,
  stagesBetween,
  TYPICAL_TRL,
} from './index.ts';

const currency = fc.constantFrom(...CURRENCIES);
const place = fc.constantFrom(...COUNTRIES, ...REGIONS);

describe('the sector taxonomy', () => {
  it('has 60 to 100 codes in two levels, each once, in snake case', () => {
    const codes = SECTORS.map((s) => s.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThanOrEqual(60);
    expect(codes.length).toBeLessThanOrEqual(100);
    for (const code of codes) expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
  });

  it('has 14 to 18 fields, each with at least two sectors, and no third level', () => {
    const fields = SECTORS.filter((s) => s.parent === null);
    expect(fields.length).toBeGreaterThanOrEqual(14);
    expect(fields.length).toBeLessThanOrEqual(18);
    for (const { code } of fields) expect(SECTORS.filter((s) => s.parent === code).length).toBeGreaterThanOrEqual(2);
    for (const { parent } of SECTORS) if (parent) expect(parentOf(parent)).toBeNull();
  });

  it('maps every code to section letters of ISIC Rev. 4', () => {
    for (const { section } of SECTORS) expect(section.join('')).toMatch(/^[A-U]+$/);
  });

  it('names the field of a sector and knows its own codes', () => {
    expect(parentOf('irrigation')).toBe('agrifood');
    expect(isSectorCode('irrigation')).toBe(true);
    expect(isSectorCode('toString')).toBe(false);
    expect(isSectorCode(undefined)).toBe(false);
  });
});

describe('countries and regions', () => {
  it('hold the 249 codes of ISO 3166-1 and the two user-assigned ones, sorted', () => {
    expect(COUNTRIES.length).toBe(251);
    expect([...COUNTRIES]).toEqual([...new Set(COUNTRIES)].sort());
    expect(isCountryCode('XN')).toBe(true);
    expect(isCountryCode('ots')).toBe(false);
    expect(isRegionCode('hasOwnProperty')).toBe(false);
  });

  it('expand each region to its explicit members', () => {
    expect(membersOf('turkic_states')).toEqual(['AZ', 'KG', 'KZ', 'TR', 'UZ']);
    expect(membersOf('ots_observers')).toEqual(['HU', 'TM', 'XN']);
    expect(membersOf('ots')).toEqual(['AZ', 'HU', 'KG', 'KZ', 'TM', 'TR', 'UZ', 'XN']);
    expect(membersOf('central_asia')).toEqual(['KG', 'KZ', 'TJ', 'TM', 'UZ']);
    expect(membersOf('european_union').length).toBe(27);
    expect(membersOf('gulf').length).toBe(6);
    for (const region of REGIONS) for (const code of membersOf(region)) expect(isCountryCode(code)).toBe(true);
  });

  it('expand a list of places to sorted countries, each once', () => {
    expect(expandCountries(['turkic_states', 'central_asia', 'AZ', 'DE'])).toEqual([
      'AZ',
      'DE',
      'KG',
      'KZ',
      'TJ',
      'TM',
      'TR',
      'UZ',
    ]);
    expect(expandCountries([])).toEqual([]);
    fc.assert(
      fc.property(fc.array(place), (places) => {
        const countries = expandCountries(places);
        expect(countries).toEqual([...new Set(countries)].sort());
        expect(countries.every(isCountryCode)).toBe(true);
        expect(expandCountries([...places].reverse())).toEqual(countries);
        expect(expandCountries(countries)).toEqual(countries);
      }),
    );
  });
});

describe('currencies', () => {
  it('have a dated table of positive rates in which the dollar is 1', () => {
    expect(DEFAULT_RATES.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(Object.keys(DEFAULT_RATES.usdPer).sort()).toEqual([...CURRENCIES].sort());
    for (const rate of Object.values(DEFAULT_RATES.usdPer)) expect(rate).toBeGreaterThan(0);
    expect(DEFAULT_RATES.usdPer.USD).toBe(1);
    expect(convert(1000, 'USD', 'AZN', DEFAULT_RATES)).toBeCloseTo(1700, 6);
  });

  it('convert there and back to the same amount, whichever way round', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e15, noNaN: true }), currency, currency, currency, (amount, a, b, c) => {
        const same = (x: number) => expect(Math.abs(x - amount) / amount).toBeLessThan(1e-12);
        same(convert(convert(amount, a, b, DEFAULT_RATES), b, a, DEFAULT_RATES));
        const viaB = convert(convert(amount, a, b, DEFAULT_RATES), b, c, DEFAULT_RATES);
        same(convert(viaB, c, a, DEFAULT_RATES));
        expect(convert(amount, a, a, DEFAULT_RATES)).toBe(amount);
      }),
    );
  });
});

describe('stages, instruments and languages', () => {
  it('order the stages, and never let readiness fall from one to the next', () => {
    expect(stagesBetween('idea', 'seed')).toBe(2);
    expect(stagesBetween('growth', 'series_b')).toBe(-1);
    const ranges = STAGES.map((stage) => TYPICAL_TRL[stage]);
    for (const [lowest, highest] of ranges) expect(lowest).toBeLessThanOrEqual(highest);
    for (const [i, [lowest, highest]] of ranges.slice(1).entries()) {
      expect(lowest).toBeGreaterThanOrEqual(ranges[i]?.[0] ?? 0);
      expect(highest).toBeGreaterThanOrEqual(ranges[i]?.[1] ?? 0);
    }
  });

  it('tell the forms of funding that bear no interest', () => {
    expect(INSTRUMENTS.filter((code) => !isInterestFree(code))).toEqual(['convertible', 'debt', 'revenue_based']);
  });

  it('know the nine locales and the two-letter languages', () => {
    expect(LOCALES).toHaveLength(9);
    expect(LOCALES.every(isLanguageCode)).toBe(true);
    expect(LANGUAGES).toHaveLength(183);
    expect(new Set(LANGUAGES).size).toBe(183);
    expect(isLocale('de')).toBe(false);
    expect(isLanguageCode('de')).toBe(true);
    expect(isLanguageCode('xx')).toBe(false);
  });
});
