/**
 * Vectors to search: those of the texts of `corpus.tsv` and `pairs.tsv` and of their sentences, and beyond these,
 * since there are not 100,000 texts, recombinations: the mean of two or three of one language, as a text of
 * several sentences has one between theirs.
 *
 * @module
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOCALES } from '@kopru/sdk/facets';
import { createRandom, type Random } from '../../eval/random.ts';
import { parseTsv } from '../../eval/tsv.ts';
import { createThreadedEmbedder } from '../../packages/model/src/threads.ts';
import { splitSentences, toInt8 } from '../../packages/sdk/src/engine/embed.ts';
import { once } from '../peers/peers.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const CORPUS = here('../../eval/data/corpus.tsv');
const PAIRS = here('../../eval/data/pairs.tsv');
const WEIGHTS = here('../../packages/model/weights/manifest.json');

/** Texts of the corpus that are asked for, and are not among those that are searched. */
const QUERIES = 40;
const DIMENSIONS = 384;

/** Texts that are embedded between two lines of progress. */
const STEP = 512;

interface Text {
  readonly lang: string;
  readonly text: string;
}

export interface Material {
  readonly queries: readonly Int8Array[];
  /** The first so many of what is searched. */
  rows(count: number): readonly Int8Array[];
  /** How many of the rows are of texts and sentences as they stand. */
  readonly real: number;
}

/** Embeds the texts, the first time it is called, which takes minutes. */
export async function material(progress: (line: string) => void): Promise<Material> {
  const theses = corpusTexts((cells) => cells.get('split') === 'dev' && cells.get('kind') === 'thesis');
  const asked = theses.filter((_, i) => i % Math.floor(theses.length / QUERIES) === 0).slice(0, QUERIES);
  const isAsked = new Set(asked.map(({ text }) => text));
  const others = withSentences([...corpusTexts(() => true), ...pairTexts()].filter(({ text }) => !isAsked.has(text)));
  const vectors = await embedded([...asked, ...others], progress);

  const random = createRandom(10);
  const found = others.map(({ lang }, i) => ({ lang, vector: vectors[asked.length + i] as Float32Array }));
  shuffle(found, random);
  const rows = found.map(({ vector }) => toInt8(vector));
  const byLanguage = LOCALES.map((locale) => found.flatMap(({ lang, vector }) => (lang === locale ? [vector] : [])));
  return {
    queries: vectors.slice(0, asked.length).map(toInt8),
    real: found.length,
    rows(count) {
      while (rows.length < count) rows.push(recombined(byLanguage[rows.length % byLanguage.length] ?? [], random));
      return rows.slice(0, count);
    },
  };
}

function corpusTexts(isWanted: (cells: ReadonlyMap<string, string>) => boolean): Text[] {
  return parseTsv('corpus.tsv', readFileSync(CORPUS), LOCALES)
    .filter(({ cells }) => isWanted(cells))
    .flatMap(({ cells }) => LOCALES.map((lang) => ({ lang, text: cells.get(lang) ?? '' })));
}

const pairTexts = (): Text[] =>
  parseTsv('pairs.tsv', readFileSync(PAIRS), ['lang', 'text']).map(({ cells }) => ({
    lang: cells.get('lang') ?? '',
    text: cells.get('text') ?? '',
  }));

/** The texts and, of those that have several, their sentences; each once. */
function withSentences(texts: readonly Text[]): Text[] {
  const all = texts.flatMap(({ lang, text }) => [text, ...splitSentences(text)].map((part) => ({ lang, text: part })));
  return [...new Map(all.map((part) => [part.text, part])).values()];
}

/** As the engine has them, less what they say of their language. */
async function embedded(texts: readonly Text[], progress: (line: string) => void): Promise<Float32Array[]> {
  const embedder = createThreadedEmbedder();
  const file = join(
    once('scan', [CORPUS, PAIRS, WEIGHTS], () => undefined),
    'vectors.f32',
  );
  let values = existsSync(file) ? new Float32Array(new Uint8Array(readFileSync(file)).buffer) : new Float32Array(0);
  if (values.length !== texts.length * DIMENSIONS) {
    values = new Float32Array(texts.length * DIMENSIONS);
    for (let from = 0; from < texts.length; from += STEP) {
      progress(`embedding the texts, once for all: ${from} of ${texts.length}`);
      const batch = await embedder.embed(texts.slice(from, from + STEP).map(({ text }) => text));
      for (const [i, vector] of batch.entries()) values.set(vector, (from + i) * DIMENSIONS);
    }
    await embedder.close();
    writeFileSync(file, values);
  }
  return texts.map(({ lang }, i) => {
    const vector = values.slice(i * DIMENSIONS, (i + 1) * DIMENSIONS);
    return embedder.centre?.(vector, lang) ?? vector;
  });
}

function recombined(of: readonly Float32Array[], random: Random): Int8Array {
  const parts = Array.from({ length: 2 + Math.floor(random() * 2) }, () => of[Math.floor(random() * of.length)]);
  return toInt8(Float32Array.from({ length: DIMENSIONS }, (_, d) => parts.reduce((sum, p) => sum + (p?.[d] ?? 0), 0)));
}

/** Fisher and Yates. */
function shuffle<T>(list: T[], random: Random): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
}
