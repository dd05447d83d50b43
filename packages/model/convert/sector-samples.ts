import { readFileSync } from 'node:fs';
import { sectorNameTexts } from '@kopru/sdk/engine';
import type { SectorCode } from '@kopru/sdk/facets';
import { LOCALES, type Locale } from '@kopru/sdk/strings';
import { SECTOR_MAP } from '../../../eval/data/sector-map.ts';

/** A text whose sector is known. */
interface SectorSample {
  readonly code: SectorCode;
  readonly lang: Locale;
  readonly text: string;
  /** How much its vector counts, and how much its words. */
  readonly counts: readonly [vector: number, words: number];
}

/** Chosen on dev. */
const COUNTS = { topic: [0.5, 1], text: [0.7, 3], name: [0.3, 1], terms: [0, 2], corpus: [0.5, 1] } as const;

/**
 * The texts of `pairs.tsv`, whose sectors stand in `pair-sectors.tsv`; those of `sector-topics.tsv`, 25 topics a
 * sector; those of `sector-pitches.tsv`, of which each is another idea; the short ones of `sector-texts.tsv`; the
 * terms of art of `sector-terms.tsv`, which are no text whose vector could say anything; the names of the sectors; and
 * the train split of the corpus.
 */
export function sectorSamples(): SectorSample[] {
  const sectorOf = new Map(rows('pair-sectors.tsv') as [string, SectorCode][]);
  return [
    ...rows('../../../eval/data/pairs.tsv').flatMap(([topic = '', , lang, text = '']) => {
      const code = sectorOf.get(topic);
      return code ? [{ code, lang: lang as Locale, text, counts: COUNTS.topic }] : [];
    }),
    ...(rows('sector-topics.tsv') as [string, SectorCode, Locale, string][]).map(([, code, lang, text]) => ({
      code,
      lang,
      text,
      counts: COUNTS.topic,
    })),
    ...threeColumns('sector-pitches.tsv', COUNTS.topic),
    ...threeColumns('sector-texts.tsv', COUNTS.text),
    ...threeColumns('sector-terms.tsv', COUNTS.terms),
    ...sectorNameTexts().map(({ code, text }, i) => ({
      code,
      lang: LOCALES[i % LOCALES.length] as Locale,
      text,
      counts: COUNTS.name,
    })),
    ...corpusSamples(),
  ];
}

/** How far a sector of few texts is brought up to one of many: 0 not at all, 1 wholly. */
const BALANCE = 0.7;

/** The same weights, those of a sector of few texts brought up. */
export function balanced<T extends { readonly sector: number; readonly weight: number }>(
  samples: readonly T[],
  sectors: number,
): T[] {
  const own = new Float64Array(sectors);
  for (const { sector, weight } of samples) own[sector]! += weight;
  const share = own.reduce((sum, x) => sum + x, 0) / sectors;
  return samples.map((sample) => ({
    ...sample,
    weight: sample.weight * (share / (own[sample.sector] as number)) ** BALANCE,
  }));
}

/** The texts of a file whose columns are code, lang and text. */
const threeColumns = (path: string, counts: SectorSample['counts']): SectorSample[] =>
  (rows(path) as [SectorCode, Locale, string][]).map(([code, lang, text]) => ({ code, lang, text, counts }));

/** The texts of the train split of the corpus: its columns are topic, split, sector, kind and one a language. */
function corpusSamples(): SectorSample[] {
  const [header = [], ...lines] = table('../../../eval/data/corpus.tsv');
  return lines
    .filter(([, split]) => split === 'train')
    .flatMap((cells) =>
      LOCALES.map((lang) => ({
        code: SECTOR_MAP[cells[2] as string] as SectorCode,
        lang,
        text: cells[header.indexOf(lang)] as string,
        counts: COUNTS.corpus,
      })),
    );
}

const rows = (path: string): string[][] => table(path).slice(1);

const table = (path: string): string[][] =>
  readFileSync(new URL(path, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
