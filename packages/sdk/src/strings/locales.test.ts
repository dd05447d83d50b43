import { describe, expect, it } from 'vitest';
import { LANGUAGES, SCRIPT, SECTORS } from '../facets/index.ts';
import { LOCALE_STRINGS, LOCALES, sectorLabel } from './index.ts';

const EN = LOCALE_STRINGS.en;

/** Every text of a tree of strings with its path. */
function texts(node: unknown, path: string): [path: string, text: string][] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as object).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}

const doubled = (names: readonly string[]) => names.filter((name, i) => names.indexOf(name) !== i);

describe.each(LOCALES)('the strings of %s', (locale) => {
  const strings = LOCALE_STRINGS[locale];

  it('have the keys of English, and nothing empty, untrimmed or decomposed', () => {
    const paths = (of: typeof strings) =>
      texts({ ...of, synonyms: Object.keys(of.synonyms) }, '').map(([path]) => path);
    expect(paths(strings)).toEqual(paths(EN));
    for (const [path, text] of texts(strings, locale)) {
      if (path.endsWith('format.group')) continue;
      expect(text, path).not.toBe('');
      expect(text, path).toBe(text.trim().normalize('NFC'));
    }
  });

  it('name no two sectors of a level alike, and no two countries', () => {
    for (const level of [SECTORS.filter((s) => !s.parent), SECTORS.filter((s) => s.parent)]) {
      expect(doubled(level.map(({ code }) => sectorLabel(code, locale).toLowerCase()))).toEqual([]);
    }
    expect(doubled(Object.values(strings.countries))).toEqual([]);
    expect(doubled(Object.values(strings.facets.stages))).toEqual([]);
    expect(doubled(Object.values(strings.facets.instruments))).toEqual([]);
  });

  it('give each sector 3 to 8 synonyms that belong to no other sector of its level', () => {
    for (const level of [SECTORS.filter((s) => !s.parent), SECTORS.filter((s) => s.parent)]) {
      const names = level.flatMap(({ code }) => {
        const synonyms = strings.synonyms[code];
        expect(synonyms.length, code).toBeGreaterThanOrEqual(3);
        expect(synonyms.length, code).toBeLessThanOrEqual(8);
        return [...new Set([strings.sectors[code], ...synonyms].map((name) => name.toLowerCase()))];
      });
      expect(doubled(names)).toEqual([]);
    }
  });

  it('are written in the script of the language', () => {
    const other = SCRIPT[locale] === 'Cyrl' ? /^[^\p{Script=Cyrillic}]*$/u : /\p{Script=Cyrillic}/u;
    const names = [...SECTORS.map(({ code }) => strings.sectors[code]), ...Object.values(strings.countries)];
    expect(names.filter((name) => other.test(name))).toEqual([]);
    expect(Object.values(strings.messages).filter((message) => other.test(message))).toEqual([]);
  });

  it('use no ASCII apostrophe, which the message syntax would read as a quote', () => {
    for (const [path, text] of texts(strings, locale)) expect(text, path).not.toMatch(/['ʻʼ`]/);
  });
});

describe('the names of sectors', () => {
  it('mean one sector, in whatever language they are typed', () => {
    const owners = new Map<string, string>();
    for (const locale of LOCALES) {
      for (const { code } of SECTORS) {
        const { sectors, synonyms } = LOCALE_STRINGS[locale];
        for (const name of [sectors[code], ...synonyms[code]].map((n) => n.replace(/[İIı]/g, 'i').toLowerCase())) {
          expect(owners.get(name) ?? code, `${name} in ${locale}`).toBe(code);
          owners.set(name, code);
        }
      }
    }
  });
});

describe('names of the region', () => {
  it.each([
    ['az', 'Azərbaycan Qazaxıstan Qırğızıstan Türkiyə Özbəkistan Macarıstan Türkmənistan Şimali Kipr'],
    ['tr', 'Azerbaycan Kazakistan Kırgızistan Türkiye Özbekistan Macaristan Türkmenistan Kuzey Kıbrıs'],
    ['kk', 'Әзірбайжан Қазақстан Қырғызстан Түркия Өзбекстан Венгрия Түрікменстан Солтүстік Кипр'],
    ['ky', 'Азербайжан Казакстан Кыргызстан Түркия Өзбекстан Венгрия Түркмөнстан Түндүк Кипр'],
    ['uz', 'Ozarbayjon Qozog‘iston Qirg‘iziston Turkiya O‘zbekiston Vengriya Turkmaniston Shimoliy Kipr'],
    ['tk', 'Azerbaýjan Gazagystan Gyrgyzystan Türkiýe Özbegistan Wengriýa Türkmenistan Demirgazyk Kipr'],
    ['hu', 'Azerbajdzsán Kazahsztán Kirgizisztán Törökország Üzbegisztán Magyarország Türkmenisztán Észak-Ciprus'],
    ['ru', 'Азербайджан Казахстан Кыргызстан Турция Узбекистан Венгрия Туркменистан Северный Кипр'],
    ['en', 'Azerbaijan Kazakhstan Kyrgyzstan Türkiye Uzbekistan Hungary Turkmenistan Northern Cyprus'],
  ] as const)('are right in %s', (locale, names) => {
    const { countries } = LOCALE_STRINGS[locale];
    expect((['AZ', 'KZ', 'KG', 'TR', 'UZ', 'HU', 'TM', 'XN'] as const).map((c) => countries[c]).join(' ')).toBe(names);
  });

  it('cover every language of ISO 639-1', () => {
    for (const locale of LOCALES) expect(Object.keys(LOCALE_STRINGS[locale].languages)).toEqual([...LANGUAGES]);
  });
});
