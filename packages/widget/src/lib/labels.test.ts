import { LOCALES } from '@kopru/sdk/facets';
import { LOCALE_STRINGS } from '@kopru/sdk/strings';
import { describe, expect, test } from 'vitest';
import { createLabels } from './labels.ts';

const labels = createLabels(LOCALE_STRINGS.tr);

describe('labels', () => {
  test('name places, be they countries or regions', () => {
    expect([labels.place('KZ'), labels.place('XN'), labels.place('gulf')]).toEqual([
      'Kazakistan',
      'Kuzey Kıbrıs',
      'Körfez ülkeleri',
    ]);
  });

  test('leave free text and codes of a newer API as they are', () => {
    expect(labels.sector('Tekstil boyama')).toBe('Tekstil boyama');
    expect(labels.place('constructor')).toBe('constructor');
    expect(labels.stage('series_z' as 'seed')).toBe('series_z');
  });

  test('write a range with one end open', () => {
    expect(labels.range({ min: 50_000, currency: 'USD' })).toMatch(/50\.000/);
    expect(labels.range({ min: undefined, max: 1_500_000, currency: 'TRY' })).toMatch(/1,5/);
  });

  test.each(LOCALES)('stand alone with a capital in %s', (locale) => {
    for (const name of Object.values(createLabels(LOCALE_STRINGS[locale]).names)) {
      expect(name[0]).toBe(name[0]?.toLocaleUpperCase(locale));
    }
  });
});
