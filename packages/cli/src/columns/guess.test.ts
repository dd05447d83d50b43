import type { Kind } from '@kopru/sdk/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessColumns } from './guess.ts';

const tableOf = (header: readonly string[], rows: readonly (readonly string[])[]) => ({
  header,
  rows: rows.map((cells, i) => ({ line: i + 2, cells })),
});
const guess = (
  kind: Kind,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  given = new Map<number, string | null>(),
) => guessColumns(tableOf(header, rows), kind, given);

const LONG = 'We measure the moisture of the soil and open the valve when the field needs water, without a network.';
const OTHER = 'We find loads for lorries that would return empty and settle the invoice in the money of the carrier.';

test('the kind decides what a header stands for', () => {
  const header = ['Ad', 'Açıklama', 'Aşama', 'Yatırım tutarı', 'Hedef ülkeler', 'Para birimi'];
  expect(guess('startup', header, [])).toEqual(['name', 'pitch', 'stage', 'raise', 'targetMarkets', 'raise/currency']);
  expect(guess('investor', header, [])).toEqual(['name', 'thesis', 'stages', 'ticket', 'countries', 'ticket/currency']);
});

test('a field is in one column, that which names it best', () => {
  expect(guess('startup', ['Компания', 'Название', 'Описание', 'О проекте'], [])).toEqual([
    null,
    'name',
    'pitch',
    null,
  ]);
  expect(guess('investor', ['Описание', 'Кого ищут'], [])).toEqual([null, 'thesis']);
});

test('names of the API are fields as they are', () => {
  const header = [
    'id',
    'name',
    'pitch',
    '/raise/amount',
    'raise.currency',
    'target_markets',
    'contact/email',
    'consent/matching',
  ];
  expect(guess('startup', header, [])).toEqual([
    'id',
    'name',
    'pitch',
    'raise/amount',
    'raise/currency',
    'targetMarkets',
    'contact/email',
    'consent/matching',
  ]);
});

test('a column for the whole sum and columns for its parts are not both taken', () => {
  expect(guess('investor', ['Çek', 'Min çek', 'Maks çek'], [])).toEqual([null, 'ticket/min', 'ticket/max']);
});

test('what is given is not guessed again', () => {
  const given = new Map([
    [0, 'pitch'],
    [1, null],
  ]);
  expect(guess('startup', ['Ad', 'Açıklama', 'Şirket'], [], given)).toEqual(['pitch', null, 'name']);
});

describe('where headers say nothing, the cells do', () => {
  test('names and texts alone', () => {
    expect(
      guess(
        'startup',
        ['A', 'B'],
        [
          ['AgroLab', LONG],
          ['YukNet', OTHER],
        ],
      ),
    ).toEqual(['name', 'pitch']);
    expect(
      guess(
        'startup',
        ['', ''],
        [
          ['AgroLab', 'Sulama'],
          ['YukNet', 'Nakliye'],
        ],
      ),
    ).toEqual(['name', 'pitch']);
  });

  test('codes, amounts, addresses', () => {
    const rows = [
      ['AgroLab', LONG, 'Kazakistan', 'tohum', '500 bin $', 'a@example.com', 'agro.example', 'fintek; sağlık'],
      ['YukNet', OTHER, 'РК', 'Series A', '1,5 млн тенге', 'b@example.com', 'https://yuk.example/a', 'eğitim'],
    ];
    const header = ['1', '2', '3', '4', '5', '6', '7', '8'];
    expect(guess('startup', header, rows)).toEqual([
      'name',
      'pitch',
      'country',
      'stage',
      'raise',
      'contact/email',
      'website',
      'sectors',
    ]);
    expect(guess('investor', header, rows)).toEqual([
      'name',
      'thesis',
      'country',
      'stages',
      'ticket',
      'contact/email',
      'website',
      'sectors',
    ]);
  });

  test('a column that nothing is known of is not taken for the text, where others are known', () => {
    expect(
      guess(
        'startup',
        ['Ad', 'Xyz', 'Qrs'],
        [
          ['AgroLab', 'abc', '12'],
          ['YukNet', 'def', '13'],
        ],
      ),
    ).toEqual(['name', null, null]);
    expect(
      guess(
        'startup',
        ['Ad', 'Xyz'],
        [
          ['AgroLab', 'abc'],
          ['YukNet', 'def'],
        ],
      ),
    ).toEqual(['name', 'pitch']);
  });

  test('a header that names something else is believed', () => {
    expect(
      guess(
        'startup',
        ['Ad', 'Notlar'],
        [
          ['AgroLab', LONG],
          ['YukNet', OTHER],
        ],
      ),
    ).toEqual(['name', null]);
  });

  test('a header over cells that cannot be what it says is not believed', () => {
    expect(
      guess(
        'startup',
        ['Ad', 'Açıklama', 'Durum'],
        [
          ['AgroLab', LONG, 'görüşüldü'],
          ['YukNet', OTHER, 'reddedildi'],
        ],
      )[2],
    ).toBeNull();
    expect(guess('startup', ['Ekip'], [['12 kişi'], ['7']])).toEqual([null]);
  });
});

test('no field is guessed twice, whatever the headers and cells are', () => {
  const words = fc.constantFrom(
    'Ad',
    'Şirket',
    'Описание',
    'Ülke',
    'Страна',
    'Чек',
    'Min çek',
    'Stage',
    'Aşama',
    '',
    'E-mail',
    'почта',
    'x',
  );
  const cells = fc.constantFrom('', 'tohum', 'Kazakistan', '500 bin $', LONG, 'AgroLab', 'a@example.com', '-');
  const table = fc
    .integer({ min: 1, max: 8 })
    .chain((width) =>
      fc.tuple(
        fc.array(words, { minLength: width, maxLength: width }),
        fc.array(fc.array(cells, { minLength: width, maxLength: width }), { maxLength: 5 }),
      ),
    );
  fc.assert(
    fc.property(table, fc.constantFrom<Kind>('startup', 'investor'), ([header, rows], kind) => {
      const fields = guess(kind, header, rows).filter((field) => field !== null);
      expect(new Set(fields).size).toBe(fields.length);
    }),
  );
});
