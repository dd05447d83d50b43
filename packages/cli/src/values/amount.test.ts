import { type Currency, LOCALES } from '@kopru/sdk/facets';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AMOUNT_STYLES, waysToWrite, waysToWriteRange } from '../../test/fixtures/amount-styles.ts';
import { type Amount, type AmountContext, readAmount, readCurrency } from './amount.ts';
import { readMoneyHeader } from './money-header.ts';
import { CELL_WORDS } from './words/index.ts';

const exactly = (amount: number, currency: Currency): Amount => ({ low: amount, high: amount, currency });
const amountIn = (cell: string, context?: AmountContext) => readAmount(cell, context).value;

/** What a secretary's row says beside the amount. */
const HOME = { AZN: 'AZ', TMT: 'TM', KGS: 'KG', UZS: 'UZ' } as const;
const contextOf = (currency: Currency): AmountContext => ({ country: HOME[currency as keyof typeof HOME] });

test.each<[string, Amount]>([
  ['500 bin $', exactly(500_000, 'USD')],
  ['1,5 млн тенге', exactly(1_500_000, 'KZT')],
  ['50-200 тыс. долл.', { low: 50_000, high: 200_000, currency: 'USD' }],
  ['$250K–1M', { low: 250_000, high: 1_000_000, currency: 'USD' }],
  ['1.500.000 TL', exactly(1_500_000, 'TRY')],
  ['1 500 000 ₸', exactly(1_500_000, 'KZT')],
  ['300 мың теңге', exactly(300_000, 'KZT')],
  ['100 ming so‘m', exactly(100_000, 'UZS')],
  ['20 millió Ft', exactly(20_000_000, 'HUF')],
  ['до 300 тыс. USD', { high: 300_000, currency: 'USD' }],
  ['от 50 000 €', { low: 50_000, currency: 'EUR' }],
  ['от 50 до 100 тыс. долларов США', { low: 50_000, high: 100_000, currency: 'USD' }],
  ['en az 100.000 USD', { low: 100_000, currency: 'USD' }],
  ['250 000 USD’den fazla', { low: 250_000, currency: 'USD' }],
  ['100-500 bin dolar arası', { low: 100_000, high: 500_000, currency: 'USD' }],
  ['100 bin – 1 milyon TL', { low: 100_000, high: 1_000_000, currency: 'TRY' }],
  ['1 000 – 5 000 тыс. тенге', { low: 1_000_000, high: 5_000_000, currency: 'KZT' }],
  ['250K – 1 000 000 $', { low: 250_000, high: 1_000_000, currency: 'USD' }],
  ['100K-500 $', { low: 100_000, high: 500_000, currency: 'USD' }],
  ['100 000 – 1 mln $', { low: 100_000, high: 1_000_000, currency: 'USD' }],
  ['$100k+', { low: 100_000, currency: 'USD' }],
  ['~ 500k $', exactly(500_000, 'USD')],
  ['100kusd', exactly(100_000, 'USD')],
  ['250 000,- Ft', exactly(250_000, 'HUF')],
  ['1.500 USD', exactly(1500, 'USD')],
  ['1,500 USD', exactly(1500, 'USD')],
  ['1.234,56 €', exactly(1234.56, 'EUR')],
  ['1,234.56 USD', exactly(1234.56, 'USD')],
  ['1 500 000,50 руб.', exactly(1_500_000.5, 'RUB')],
  ['1.500 bin TL', exactly(1_500_000, 'TRY')],
  ['1,250 млн тг', exactly(1_250_000, 'KZT')],
  ['300 min manat', exactly(300_000, 'AZN')],
  ['10 müň manat', exactly(10_000, 'TMT')],
  ['300 мин сом', exactly(300_000, 'KGS')],
  ['min 50.000 USD', { low: 50_000, currency: 'USD' }],
])('%s is read', (cell, amount) => {
  expect(readAmount(cell)).toEqual({ value: amount });
});

test.each([
  ['yarım', 'amount'],
  ['görüşülür', 'amount'],
  ['-500 $', 'amount'],
  ['(500 $)', 'amount'],
  ['overall 500k $', 'amount'],
  ['0 $', 'amount'],
  ['500–1 mln $', 'amount'],
  ['1.250 milyon TL', 'amount'],
  ['1,250M USD', 'amount'],
  ['12 12 USD', 'amount'],
  ['1.50.000 USD', 'amount'],
  ['10 20 30 USD', 'amount'],
  ['100 USD 200 EUR', 'amount'],
  ['100 USD – 200 EUR', 'amount'],
  ['$', 'amount'],
  ['bin dolar', 'amount'],
  ['100-500 £', 'currency'],
  ['≥ 1 mln', 'currency'],
  ['250k', 'currency'],
  ['2,5 milyon manat', 'currency'],
  ['10 mln som', 'currency'],
])('%s is not guessed at: %s', (cell, rule) => {
  const { value, problem } = readAmount(cell);
  expect(value).toBeUndefined();
  expect(problem).toMatchObject({ rule, suggestion: expect.stringMatching(/\.$/) });
  expect(problem?.message).toContain(`"${cell}"`);
});

describe('an amount that does not say which money it is', () => {
  test('is in that of the country of the row, where the word is one of its names', () => {
    expect(amountIn('2,5 milyon manat', { country: 'AZ' })).toEqual(exactly(2_500_000, 'AZN'));
    expect(amountIn('2,5 milyon manat', { country: 'TM' })).toEqual(exactly(2_500_000, 'TMT'));
    expect(amountIn('10 mln som', { country: 'UZ' })).toEqual(exactly(10_000_000, 'UZS'));
    expect(amountIn('10 mln som', { country: 'KG' })).toEqual(exactly(10_000_000, 'KGS'));
    expect(amountIn('2,5 milyon manat', { country: 'TR' })).toBeUndefined();
  });

  test('is in that of the option', () => {
    expect(amountIn('250k', { fallback: 'USD' })).toEqual(exactly(250_000, 'USD'));
    expect(amountIn('2 mln manat', { fallback: 'AZN' })).toEqual(exactly(2_000_000, 'AZN'));
    expect(amountIn('2 mln manat', { fallback: 'USD' })).toBeUndefined();
    expect(amountIn('250k €', { fallback: 'USD' })).toEqual(exactly(250_000, 'EUR'));
  });

  test('is never in the money of the country by that alone', () => {
    expect(amountIn('250000', { country: 'KZ' })).toBeUndefined();
  });

  test('is in that of a column of its own, which must not contradict the cell', () => {
    expect(amountIn('250 000', { stated: 'KZT', fallback: 'USD' })).toEqual(exactly(250_000, 'KZT'));
    expect(readAmount('500 bin $', { stated: 'TRY' }).problem?.rule).toBe('currency');
    const header = readMoneyHeader('Tutar (USD)');
    expect(readAmount('500', { stated: 'TRY', header }).problem?.message).toContain('The header names a currency');
    expect(amountIn('500', { stated: 'USD', header })).toEqual(exactly(500, 'USD'));
  });
});

describe('the header of a column', () => {
  test.each<[string, string, Amount | undefined]>([
    ['Ticket (bin USD)', '250', exactly(250_000, 'USD')],
    ['Ticket (bin USD)', '1.500', exactly(1_500_000, 'USD')],
    ['Ticket (bin USD)', '50-200', { low: 50_000, high: 200_000, currency: 'USD' }],
    ['Сумма, млн тенге', '1,5', exactly(1_500_000, 'KZT')],
    ['Мин. чек, тыс. долл', '100', exactly(100_000, 'USD')],
    ['Min ticket (USD)', '50 000', exactly(50_000, 'USD')],
    ['Məbləğ (min AZN)', '300', exactly(300_000, 'AZN')],
    ['Amount $k', '250', exactly(250_000, 'USD')],
    ['Сумма (миң сом)', '250', exactly(250_000, 'KGS')],
    ['Ticket (bin USD)', '500 bin €', exactly(500_000, 'EUR')],
    ['Ticket (bin USD)', '250 000 $', undefined],
    ['Yatırım (TL/USD)', '250 000', undefined],
    ['Макс чек', '250 000', undefined],
  ])('%s over %s', (header, cell, amount) => {
    expect(amountIn(cell, { header: readMoneyHeader(header) })).toEqual(amount);
  });
});

test('a column of its own names one currency', () => {
  expect(readCurrency('₸')).toEqual({ value: 'KZT' });
  expect(readCurrency('доллар США')).toEqual({ value: 'USD' });
  expect(readCurrency('manat', { country: 'TM' })).toEqual({ value: 'TMT' });
  expect(readCurrency('manat').value).toBeUndefined();
  expect(readCurrency('USD/EUR').value).toBeUndefined();
  expect(readCurrency('500 bin $').value).toBeUndefined();
  expect(readCurrency('bilinmiyor').value).toBeUndefined();
});

/** Two to four digits that count, and zeros: what people ask for. */
const roundAmount = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 5 }))
  .map(([digits, zeros]) => digits * 10 ** zeros);

describe.each(LOCALES)('%s', (locale) => {
  const currencies = Object.keys(AMOUNT_STYLES[locale].money) as Currency[];
  const money = fc.constantFrom(...currencies);

  test('an amount is read as it was written, in every way of writing it', () => {
    fc.assert(
      fc.property(roundAmount, money, (amount, currency) => {
        for (const cell of waysToWrite(amount, currency, locale))
          expect([cell, readAmount(cell, contextOf(currency))]).toEqual([cell, { value: exactly(amount, currency) }]);
      }),
    );
  });

  test('one end of a range is read as that end', () => {
    const { from, upTo } = AMOUNT_STYLES[locale];
    fc.assert(
      fc.property(roundAmount, money, (amount, currency) => {
        for (const written of waysToWrite(amount, currency, locale)) {
          for (const cell of from(written))
            expect([cell, amountIn(cell, contextOf(currency))]).toEqual([cell, { low: amount, currency }]);
          for (const cell of upTo(written))
            expect([cell, amountIn(cell, contextOf(currency))]).toEqual([cell, { high: amount, currency }]);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('a range is read with both its ends', () => {
    const ends = fc
      .tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 99 }), fc.constantFrom(1e3, 1e6))
      .map(([low, more, by]) => ({ low: low * by, high: (low + more) * by }));
    fc.assert(
      fc.property(ends, money, ({ low, high }, currency) => {
        for (const cell of waysToWriteRange(low, high, currency, locale))
          expect([cell, amountIn(cell, contextOf(currency))]).toEqual([cell, { low, high, currency }]);
      }),
    );
  });

  test('every word of the language for a currency is a word for that currency', () => {
    const wrong = (Object.entries(CELL_WORDS[locale].currencies) as [Currency, readonly string[]][]).flatMap(
      ([currency, words]) =>
        words.filter((word) => readAmount(`5 ${word}`, { stated: currency }).value?.currency !== currency),
    );
    expect(wrong).toEqual([]);
  });

  test('a text without a number is no amount', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/\p{N}/u.test(text.normalize('NFKC'))),
        (text) => {
          expect(readAmount(text, { fallback: 'USD' }).value).toBeUndefined();
        },
      ),
    );
  });
});
