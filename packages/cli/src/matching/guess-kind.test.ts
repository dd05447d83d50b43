import { describe, expect, test } from 'vitest';
import { guessKind, kindCalled, signsOf } from './guess-kind.ts';

describe('the kind of a file, by its headers', () => {
  test.each([
    ['startup', ['Girişim Adı', 'Açıklama', 'Ülke', 'Aşama', 'Ekip sayısı']],
    ['startup', ['id', 'name', 'pitch', 'raise/amount']],
    ['startup', ['Название стартапа', 'Описание', 'Страна']],
    ['investor', ['Yatırımcı Adı', 'Yatırım Tezi', 'Min çek', 'Maks çek']],
    ['investor', ['name', 'thesis', 'ticket/min', 'stages']],
    ['investor', ['Инвестор', 'Инвестиционный тезис', 'Портфель']],
    [undefined, ['Ad', 'Metin']],
    [undefined, []],
  ] as const)('%s: %j', (kind, headers) => {
    expect(guessKind(headers)).toBe(kind);
  });

  test('says which headers speak for each', () => {
    expect(signsOf(['pitch', 'thesis', 'name', ''])).toEqual({ startup: ['pitch'], investor: ['thesis'] });
  });
});

test('the kind that the name of a file speaks of', () => {
  const names = ['Girişimler 2026.csv', 'инвесторы.xlsx', 'startaplar.csv', 'maýadarlar.csv', 'befektetők.csv'];
  expect(names.map(kindCalled)).toEqual(['startup', 'investor', 'startup', 'investor', 'investor']);
  expect(['list.csv', 'startups and investors.csv'].map(kindCalled)).toEqual([undefined, undefined]);
});
