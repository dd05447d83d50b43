import { readFileSync } from 'node:fs';
import { sectorNameTexts } from '@kopru/sdk/engine';
import type { SectorCode } from '@kopru/sdk/facets';
import { LOCALES, type Locale } from '@kopru/sdk/strings';

/** A text whose sector is known. */
interface SectorSample {
  readonly code: SectorCode;
  readonly lang: Locale;
  readonly text: string;
  /** How much its vector counts, and how much its words. */
  readonly counts: readonly [vector: number, words: number];
}

/** Chosen on dev. */
const COUNTS = { topic: [0.5, 1], text: [0.7, 3], name: [0.3, 1] } as const;

/**
 * The texts of `pairs.tsv`, whose sectors stand in `pair-sectors.tsv`; those of `sector-topics.tsv`, 25 topics a
 * sector; the short ones of `sector-texts.tsv`; and the names of the sectors.
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
    ...(rows('sector-texts.tsv') as [SectorCode, Locale, string][]).map(([code, lang, text]) => ({
      code,
      lang,
      text,
      counts: COUNTS.text,
    })),
    ...sectorNameTexts().map(({ code, text }, i) => ({
      code,
      lang: LOCALES[i % LOCALES.length] as Locale,
      text,
      counts: COUNTS.name,
    })),
  ];
}

const rows = (path: string): string[][] =>
  readFileSync(new URL(path, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
