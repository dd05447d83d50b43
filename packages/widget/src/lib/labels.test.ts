import { LOCALES } from '@kopru/sdk/facets';
import { LOCALE_STRINGS, type Locale } from '@kopru/sdk/strings';
import { describe, expect, test } from 'vitest';
import { createLabels, type Names } from './labels.ts';

const labelsOf = (locale: Locale, names: Names = {}) => {
  const { format, facets } = LOCALE_STRINGS[locale];
  return createLabels(locale, { format, facetNames: facets.names }, names);
};
const { countries, facets, sectors } = LOCALE_STRINGS.tr;
const labels = labelsOf('tr', { ...facets, countries, sectors } as Names);

describe('labels', () => {
  test('name places, be they countries or regions', () => {
    expect([labels.place('KZ'), labels.place('XN'), labels.place('gulf')]).toEqual([
      'Kazakistan',
      'Kuzey Kıbrıs',
      'Körfez ülkeleri',
    ]);
  });

  test('leave free text and codes of a newer API as they are', () => {
    expect(labels.named('sectors', 'Tekstil boyama')).toBe('Tekstil boyama');
    expect(labels.place('constructor')).toBe('constructor');
    expect(labels.named('stages', 'series_z')).toBe('series_z');
  });

  test('know codes for themselves where nothing is known', () => {
    const listed = labelsOf('kk', { countries: { KZ: 'Қазақстан' } });
    expect([listed.place('KZ'), listed.place('AZ'), listed.named('languages', 'kk')]).toEqual([
      'Қазақстан',
      'AZ',
      'kk',
    ]);
  });

  test.each(LOCALES)('stand alone with a capital in %s', (locale) => {
    for (const name of Object.values(labelsOf(locale).names)) {
      expect(name[0]).toBe(name[0]?.toLocaleUpperCase(locale));
    }
  });
});
