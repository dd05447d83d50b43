import { readFileSync } from 'node:fs';
import { type CountryCode, type Currency, LOCALES, type Locale, type SectorCode } from '@kopru/sdk/facets';
import { SECTOR_MAP } from '../../../../eval/data/sector-map.ts';
import { parseTsv } from '../../../../eval/tsv.ts';
import type { Random } from './random.ts';

/** One topic of the corpus: what a startup offers and what an investor seeks, each in nine languages. */
export interface Topic {
  readonly id: string;
  readonly sector: SectorCode;
  readonly pitch: Readonly<Record<Locale, string>>;
  readonly thesis: Readonly<Record<Locale, string>>;
}

const CORPUS = new URL('../../../../eval/data/corpus.tsv', import.meta.url);

/** All topics of the corpus, in the order of the file; the demo is no evaluation, so every split counts. */
export function readTopics(): Topic[] {
  const rows = parseTsv('corpus.tsv', readFileSync(CORPUS), ['topic', 'sector', 'kind', ...LOCALES]);
  const cell = (row: (typeof rows)[number], column: string) => row.cells.get(column) as string;
  const texts = (row: (typeof rows)[number]) =>
    Object.fromEntries(LOCALES.map((locale) => [locale, cell(row, locale)])) as Record<Locale, string>;
  const theses = new Map(rows.filter((r) => cell(r, 'kind') === 'thesis').map((r) => [cell(r, 'topic'), texts(r)]));

  return rows
    .filter((row) => cell(row, 'kind') === 'startup')
    .map((row) => {
      const id = cell(row, 'topic');
      const sector = SECTOR_MAP[cell(row, 'sector')];
      const thesis = theses.get(id);
      if (!sector) throw new Error(`corpus.tsv: the sector "${cell(row, 'sector')}" is not in the sector map`);
      if (!thesis) throw new Error(`corpus.tsv: topic ${id} has no thesis`);
      return { id, sector, pitch: texts(row), thesis };
    });
}

/** Where somebody who writes in a language may live. */
export const HOMES: Readonly<Record<Locale, readonly CountryCode[]>> = {
  az: ['AZ'],
  tr: ['TR', 'TR', 'TR', 'XN'],
  kk: ['KZ'],
  ky: ['KG'],
  uz: ['UZ'],
  tk: ['TM'],
  hu: ['HU'],
  ru: ['KZ', 'KG', 'UZ'],
  en: ['AZ', 'HU', 'KG', 'KZ', 'TM', 'TR', 'UZ', 'XN'],
};

/** Currency of each of the eight countries. */
const LOCAL: Readonly<Partial<Record<CountryCode, Currency>>> = {
  AZ: 'AZN',
  KZ: 'KZT',
  KG: 'KGS',
  TR: 'TRY',
  UZ: 'UZS',
  TM: 'TMT',
  HU: 'HUF',
  XN: 'TRY',
};

/** The currency that a round of this country is quoted in: its own, or one of the two of cross-border rounds. */
export const currencyOf = (country: CountryCode, random: Random): Currency =>
  random.pick<Currency>([LOCAL[country] ?? 'USD', LOCAL[country] ?? 'USD', 'USD', 'EUR']);

/** Languages of work: that of the text, and some of those that its neighbours understand. */
export function workLanguages(locale: Locale, country: CountryCode, random: Random): Locale[] {
  const soviet = ['AZ', 'KZ', 'KG', 'UZ', 'TM'].includes(country);
  const others: Locale[] = soviet ? ['ru', 'en'] : ['en'];
  return [...new Set([locale, ...others.filter((other) => random.chance(other === 'ru' ? 0.75 : 0.6))])];
}
