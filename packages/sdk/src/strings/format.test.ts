import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCIES, type Locale } from '../facets/index.ts';
import {
  countryName,
  currencyName,
  currencySymbol,
  facetName,
  formatDate,
  formatList,
  formatMoney,
  formatMoneyRange,
  formatNumber,
  formatPercent,
  instrumentLabel,
  investorTypeLabel,
  LOCALE_STRINGS,
  LOCALES,
  languageName,
  pluralCategory,
  regionName,
  sectorLabel,
  stageLabel,
} from './index.ts';

/** Non-breaking spaces as plain ones, to keep the expectations readable. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const usd = (amount: number) => ({ amount, currency: 'USD' }) as const;

describe.each<[Locale, string[]]>([
  ['az', ['1.234.567,89', '250.000 USD', '1,5 mln KZT', '100.000–500.000 USD', '25%', 'A, B və C', '5 may 2026']],
  ['tr', ['1.234.567,89', '250.000 USD', '1,5 milyon KZT', '100.000–500.000 USD', '%25', 'A, B ve C', '5 Mayıs 2026']],
  [
    'kk',
    ['1 234 567,89', '250 000 USD', '1,5 млн KZT', '100 000–500 000 USD', '25%', 'A, B және C', '2026 ж. 5 мамыр'],
  ],
  ['ky', ['1 234 567,89', '250 000 USD', '1,5 млн KZT', '100 000–500 000 USD', '25%', 'A, B жана C', '2026-ж., 5-май']],
  ['uz', ['1 234 567,89', '250 000 USD', '1,5 mln KZT', '100 000–500 000 USD', '25%', 'A, B va C', '2026-yil 5-may']],
  ['tk', ['1 234 567,89', '250 000 USD', '1,5 mln KZT', '100 000–500 000 USD', '25 %', 'A, B we C', '5 maý 2026']],
  [
    'hu',
    ['1 234 567,89', '250 000 USD', '1,5 millió KZT', '100 000–500 000 USD', '25%', 'A, B és C', '2026. május 5.'],
  ],
  ['ru', ['1 234 567,89', '250 000 USD', '1,5 млн KZT', '100 000–500 000 USD', '25 %', 'A, B и C', '5 мая 2026 г.']],
  ['en', ['1,234,567.89', 'USD 250,000', 'KZT 1.5 million', 'USD 100,000–500,000', '25%', 'A, B and C', '5 May 2026']],
])('the formats of %s', (locale, expected) => {
  it('write numbers, money, ranges, shares, lists and dates as the language does', () => {
    const written = [
      formatNumber(1234567.891, locale),
      formatMoney(usd(250_000), locale),
      formatMoney({ amount: 1_500_000, currency: 'KZT' }, locale),
      formatMoneyRange({ min: usd(100_000), max: usd(500_000) }, locale),
      formatPercent(0.25, locale),
      formatList(['A', 'B', 'C'], locale),
      formatDate('2026-05-05', locale),
    ];
    expect(written.map(plain)).toEqual(expected);
  });

  it('write money in all ten currencies with the code', () => {
    for (const currency of CURRENCIES) {
      const text = plain(formatMoney({ amount: 12_345, currency }, locale));
      expect(text.replace(/[., ]/g, '')).toBe(locale === 'en' ? `${currency}12345` : `12345${currency}`);
    }
  });

  it('agree with the CLDR data of the runtime on numbers, which in Node are complete', () => {
    const intl = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    const value = fc.integer({ min: -1e11, max: 1e11 }).map((n) => n / 100);
    fc.assert(
      fc.property(value, (n) => {
        expect(formatNumber(n, locale)).toBe(intl.format(n));
      }),
    );
  });
});

describe('money', () => {
  it('goes to millions only where that is exact to two places', () => {
    expect(plain(formatMoney(usd(1_250_000), 'ru'))).toBe('1,25 млн USD');
    expect(plain(formatMoney(usd(1_234_567), 'ru'))).toBe('1 234 567 USD');
    expect(plain(formatMoney(usd(2_500_000_000), 'ru'))).toBe('2,5 млрд USD');
    expect(plain(formatMoney(usd(1e12), 'ru'))).toBe('1 трлн USD');
    expect(plain(formatMoney(usd(999_999.6), 'ru'))).toBe('1 млн USD');
  });

  it('is in whole units, but never rounds a small amount to nothing', () => {
    expect(plain(formatMoney(usd(1234.56), 'kk'))).toBe('1 235 USD');
    expect(plain(formatMoney(usd(0.25), 'kk'))).toBe('0,25 USD');
    expect(plain(formatMoney(usd(0), 'kk'))).toBe('0 USD');
  });

  it('leaves a four-digit number ungrouped in Hungarian', () => {
    expect(plain(formatMoney(usd(1234), 'hu'))).toBe('1234 USD');
    expect(plain(formatMoney(usd(12_345), 'hu'))).toBe('12 345 USD');
  });

  it('has open ranges and ranges of two currencies', () => {
    expect(plain(formatMoneyRange({ min: usd(100) }, 'ru'))).toBe('от 100 USD');
    expect(plain(formatMoneyRange({ max: usd(100) }, 'tr'))).toBe('en çok 100 USD');
    const mixed = { min: usd(100), max: { amount: 200, currency: 'EUR' } } as const;
    expect(plain(formatMoneyRange(mixed, 'en'))).toBe('USD 100–EUR 200');
    const wide = { min: usd(8500), max: usd(2_300_000) };
    expect(plain(formatMoneyRange(wide, 'en'))).toBe('USD 8,500–USD 2.3 million');
    expect(plain(formatMoneyRange(wide, 'ru'))).toBe('8 500 USD–2,3 млн USD');
    expect(() => formatMoneyRange({}, 'en')).toThrow(RangeError);
  });
});

describe('edges', () => {
  it('lists nothing, one and two', () => {
    expect(formatList([], 'kk')).toBe('');
    expect(formatList(['{1}'], 'kk')).toBe('{1}');
    expect(formatList(['{1}', '{0}'], 'kk')).toBe('{1} және {0}');
  });

  it('rejects what is no number, date, locale or code', () => {
    expect(() => formatNumber(Number.NaN, 'az')).toThrow('cannot write NaN');
    expect(() => formatMoney(usd(Number.POSITIVE_INFINITY), 'az')).toThrow(RangeError);
    for (const date of ['2026-02-30', '2026-13-01', '2026-00-10', '2026-5-5', 'yesterday']) {
      expect(() => formatDate(date, 'az'), date).toThrow(`"${date}"`);
    }
    expect(formatDate('2024-02-29', 'en')).toBe('29 February 2024');
    expect(() => formatNumber(1, 'de' as Locale)).toThrow('no strings for the locale "de"');
    expect(() => countryName('toString' as 'AZ', 'az')).toThrow('no country has the code "toString"');
    expect(() => sectorLabel('x' as 'energy', 'az')).toThrow('no sector has the code "x"');
  });

  it('gives names in the form that stands alone', () => {
    expect(sectorLabel('public_services', 'uz')).toBe('Davlat xizmatlari');
    expect(stageLabel('idea', 'az')).toBe('İdeya');
    expect(sectorLabel('construction', 'tr')).toBe('İnşaat');
    expect(sectorLabel('islamic_finance', 'en')).toBe('Islamic finance');
    expect(languageName('kk', 'ru')).toBe('Казахский');
    expect(languageName('xx', 'ru')).toBe('Xx');
    expect(instrumentLabel('murabaha', 'az')).toBe('Mürabihə');
    expect(investorTypeLabel('fund', 'kk')).toBe('Қор');
    expect(regionName('turkic_states', 'tk')).toBe('Türki döwletler');
    expect(currencyName('KZT', 'hu')).toBe('Kazah tenge');
    expect(currencySymbol('KGS', 'ky')).toBe('сом');
    expect(facetName('ticket', 'en')).toBe('Ticket');
  });

  it('never asks Intl, so that Node, workerd and Chromium write the same bytes', () => {
    const intl = globalThis.Intl;
    Object.defineProperty(globalThis, 'Intl', { value: undefined, configurable: true });
    try {
      for (const locale of LOCALES) expect(formatMoney(usd(1_500_000), locale)).toContain('USD');
    } finally {
      Object.defineProperty(globalThis, 'Intl', { value: intl, configurable: true });
    }
  });

  it('chooses the plural category that CLDR gives', () => {
    for (const locale of LOCALES) {
      const rules = new Intl.PluralRules(locale);
      for (let n = 0; n <= 250; n++) expect(pluralCategory(n, locale), `${n} in ${locale}`).toBe(rules.select(n));
    }
  });

  it('has twelve months in every language', () => {
    for (const locale of LOCALES) expect(new Set(LOCALE_STRINGS[locale].format.months).size).toBe(12);
  });
});
