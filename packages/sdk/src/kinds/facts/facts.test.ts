import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, profile } from '../../../test/arbitraries.ts';
import { LOCALES } from '../../facets/index.ts';
import { createFormatter, LOCALE_STRINGS } from '../../strings/index.ts';
import { KIND_NAMES, KINDS } from '../index.ts';
import { cardFacts } from './index.ts';

const tr = createFormatter(LOCALE_STRINGS.tr);
const told = (kind: (typeof KIND_NAMES)[number], card: object) =>
  cardFacts(kind, card, tr).map(({ label, value }) => `${label}: ${value}`);

describe('the facts of a card', () => {
  test('stand in the order of reading, in words', () => {
    const startup = {
      pitch: 'Su sayaçları.',
      raise: { amount: 300_000, currency: 'USD', instrument: 'equity' },
      country: 'KZ',
      sectors: ['irrigation', 'Tekstil boyama'],
      trl: 7,
      team: { size: 3 },
      targetMarkets: ['gulf', 'AZ'],
    };
    expect(told('startup', startup)).toMatchInlineSnapshot(`
      [
        "Ülke: Kazakistan",
        "Aranan yatırım: 300.000 USD, hisse",
        "Sektör: Sulama ve Tekstil boyama",
        "Teknoloji hazırlık seviyesi: 7",
        "Hedef pazarlar: Körfez ülkeleri ve Azerbaycan",
        "Ekipteki kişi sayısı: 3",
      ]
    `);
    expect(
      told('investor', { ticket: { min: 50_000, currency: 'USD' }, role: 'either', type: 'fund' }),
    ).toMatchInlineSnapshot(`
      [
        "Yatırımcı türü: Fon",
        "Tek yatırımın tutarı: En az 50.000 USD",
        "Turdaki rolü: Lider veya katılımcı",
      ]
    `);
    expect(
      told('expert', { remote: true, hoursPerWeek: 20, roles: ['engineer'], teamCountries: ['KG'] }),
    ).toMatchInlineSnapshot(`
      [
        "Roller: Mühendis",
        "Ekibine katıldığı yerler: Kırgızistan",
        "Uzaktan çalışma: ✓",
        "Haftalık saat: 20",
      ]
    `);
  });

  test('leave out what is not stated or says nothing', () => {
    expect(told('startup', { name: 'Su', team: { summary: 'Üç mühendis.' } })).toEqual([]);
    expect(told('expert', { remote: false })).toEqual([]);
  });

  test.each(KIND_NAMES)('of any %s have words in every language, and tell nothing that no card holds', (kind) => {
    fc.assert(
      fc.property(profile(kind), fc.constantFrom(...LOCALES), (card, locale) => {
        const facts = cardFacts(kind, card, createFormatter(LOCALE_STRINGS[locale]));
        for (const { field, label, value } of facts) {
          expect(card).toHaveProperty(field);
          expect(['contact', 'consent', 'private', KINDS[kind].text]).not.toContain(field);
          expect(FIELDS[kind]).toHaveProperty(field);
          expect(label).toMatch(/^\p{L}/u);
          expect(value).not.toMatch(/undefined|NaN|\[object/);
          expect(value).not.toBe('');
        }
      }),
      { numRuns: 50 },
    );
  });

  test.each(KIND_NAMES)(
    'of a %s can each be kept private, and the tests of what is hidden draw all that can',
    (kind) => {
      const { element } = KINDS[kind].schema.shape.private.unwrap();
      expect(Object.keys(FIELDS[kind]).sort()).toEqual([...element.options].sort());
    },
  );
});
