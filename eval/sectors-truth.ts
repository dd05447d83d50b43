import { fileURLToPath } from 'node:url';
import { type FieldCode, parentOf, type SectorCode } from '@kopru/sdk/facets';
import { SECTOR_MAP } from './data/sector-map.ts';
import { type Kind, LANGUAGES, type LabelledText, type Split } from './texts.ts';
import { parseTsv, readBytes } from './tsv.ts';

/** A text with the sector that its writer gave its topic. */
export interface SectorText extends Omit<LabelledText, 'kind'> {
  readonly sector: SectorCode;
  readonly field: FieldCode;
}

/**
 * The texts of `sector-topics.tsv`, on which what tells sectors is chosen: nothing learns from them, and their
 * writers had read neither the corpus nor what the weights are learned from.
 */
export async function readSectorTopics(): Promise<SectorText[]> {
  const path = fileURLToPath(new URL('data/sector-topics.tsv', import.meta.url));
  const rows = parseTsv('sector-topics.tsv', await readBytes(path), ['topic', 'code', 'lang', 'text']);
  return rows.map(({ cells, line }) => {
    const sector = cells.get('code') as SectorCode;
    const [topic, lang] = [cells.get('topic') as string, cells.get('lang') as string];
    return { topic, lang, text: cells.get('text') as string, line, sector, field: parentOf(sector) as FieldCode };
  });
}

/** The texts of one kind and one split of the corpus, topic by topic, language by language. */
export async function readSectorTexts(split: Split, kind: Kind): Promise<SectorText[]> {
  const path = fileURLToPath(new URL('data/corpus.tsv', import.meta.url));
  const rows = parseTsv('corpus.tsv', await readBytes(path), ['topic', 'split', 'sector', 'kind', ...LANGUAGES]);
  return rows
    .filter(({ cells }) => cells.get('split') === split && cells.get('kind') === kind)
    .flatMap(({ cells, line }) => {
      const sector = SECTOR_MAP[cells.get('sector') as string] as SectorCode;
      const field = parentOf(sector) as FieldCode;
      const topic = cells.get('topic') as string;
      return LANGUAGES.map((lang) => ({ topic, lang, text: cells.get(lang) as string, line, sector, field }));
    });
}
