import { LOCALES } from '@kopru/sdk/facets';
import { describe, expect, test } from 'vitest';
import type { Topic } from './fields.ts';
import { topicsOf } from './header-score.ts';
import { HEADER_NAMES } from './headers/index.ts';

describe.each(LOCALES)('every name of a column in %s', (locale) => {
  const names = Object.entries(HEADER_NAMES[locale]) as [Topic, readonly string[]][];

  test('is of its topic, as it stands and as forms dress it up', () => {
    const wrong = names.flatMap(([topic, list]) =>
      list.flatMap((name) =>
        [name, name.toLocaleUpperCase(locale), `${name} *`, `3. ${name}:`, `${name} (max 500)`]
          .filter((header) => topicsOf(header)[0]?.topic !== topic)
          .map((header) => [topic, header, topicsOf(header)[0]?.topic]),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

test.each<[string, Topic | undefined]>([
  ['Girişim Adı *', 'name'],
  ['Название стартапа/компании', 'name'],
  ['Kısa Tanım (max 500 karakter)', 'text'],
  ['Сумма инвестиций, USD', 'money'],
  ['Yatırım tutarı (bin USD)', 'money'],
  ['Talep edilen yatırım tutarı (bin USD)', 'money'],
  ['Какую сумму инвестиций вы привлекаете?', 'money'],
  ['Soʻralayotgan summa, mln so‘m', 'money'],
  ['Tőkeigény (M Ft)', 'money'],
  ['E-posta', 'email'],
  ['Şehir', 'other'],
  ['Мин. чек', 'moneyMin'],
  ['Макс чек', 'moneyMax'],
  ['Max ticket, USD', 'moneyMax'],
  ['Кого ищут / тезис', 'thesis'],
  ['Страна регистрации компании', 'country'],
  ['Cтрана', 'country'],
  ['Согласие на обработку персональных данных (да/нет)', 'consent'],
  ['№ п/п', 'other'],
  ['GIRISIM ADI', 'name'],
  ['Sektor', 'sectors'],
  ['xyz', undefined],
  ['', undefined],
  ['Yatırım aldı mı?', undefined],
])('%s speaks of %s', (header, topic) => {
  expect(topicsOf(header)[0]?.topic).toBe(topic);
});
