import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_RATES } from '../facets/index.ts';
import { normaliseProfile, normaliseText } from './normalise.ts';
import { validateProfile } from './validate.ts';

function normal(kind: 'startup' | 'investor', value: object) {
  const result = validateProfile(kind, { name: 'A', [kind === 'startup' ? 'pitch' : 'thesis']: 'Text.', ...value });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return normaliseProfile(kind, 'a', result.value, DEFAULT_RATES);
}

describe('text', () => {
  test('loses mark-up and keeps comparisons', () => {
    expect(normaliseText('<p>Su &amp; torpaq</p><!-- x --> 5 < 6 and  7 > 3')).toBe('Su & torpaq 5 < 6 and 7 > 3');
  });

  test('is composed, and stays as it is when normalised again', () => {
    expect(normaliseText('ö')).toBe('ö');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[<&]/.test(text));
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      }),
    );
  });
});

test('a given language is believed', () => {
  expect(normal('startup', { lang: 'tk' }).lang).toBe('tk');
});

describe('facets', () => {
  test('sector names in any language and case become codes; what has no name is kept', () => {
    const { facets, unnamedSectors } = normal('startup', {
      sectors: ['IRRIGATION', 'İrrigation', 'полив', 'ağ qurğu 7'],
    });
    expect(facets.sectors).toEqual(['irrigation']);
    expect(unnamedSectors).toEqual(['ağ qurğu 7']);
  });

  test('a name is found whatever its apostrophe', () => {
    for (const name of ['sug‘orish', "sug'orish", 'sugʻorish']) {
      expect(normal('startup', { sectors: [name] }).facets.sectors, name).toEqual(['irrigation']);
    }
  });

  test('a region becomes its countries', () => {
    expect(normal('investor', { countries: ['turkic_states'] }).facets.countries).toEqual([
      'AZ',
      'KG',
      'KZ',
      'TR',
      'UZ',
    ]);
  });

  test('amounts carry their worth in US dollars', () => {
    expect(normal('startup', { raise: { amount: 1700, currency: 'AZN' } }).facets.raise?.usd).toBeCloseTo(1000);
    expect(normal('investor', { ticket: { max: 50, currency: 'USD' } }).facets.ticket).toEqual({
      max: { amount: 50, currency: 'USD', usd: 50 },
    });
  });

  test('what was not stated is absent, and an empty list states nothing', () => {
    expect(normal('startup', { sectors: [], languages: [] }).facets).toEqual({});
  });

  test('consent is no unless it was given, and only an active profile is active', () => {
    expect(normal('startup', {})).toMatchObject({ consent: false, active: true });
    expect(normal('startup', { consent: { matching: true }, status: 'paused' })).toMatchObject({
      consent: true,
      active: false,
    });
  });
});
