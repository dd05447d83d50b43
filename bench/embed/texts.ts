import { readFileSync } from 'node:fs';
import { LOCALES } from '@kopru/sdk/facets';
import { parseTsv } from '../../eval/tsv.ts';
import { createTokeniser, type Tokenise } from '../../packages/model/src/tokenise.ts';

const TEXTS_OF_EACH = 20;

/** Texts of the corpus in all nine languages, joined and cut to exactly so many tokens: 32 for each length. */
export function textsOf(lengths: readonly number[]): Record<number, number[][]> {
  const path = (name: string): URL => new URL(`../../${name}`, import.meta.url);
  const file = readFileSync(path('packages/model/weights/tokenizer.bin'));
  const tokenise = createTokeniser(new Uint8Array(file).buffer);
  const rows = parseTsv('corpus.tsv', readFileSync(path('eval/data/corpus.tsv')), LOCALES);
  const texts = LOCALES.flatMap((locale, l) =>
    rows.slice(l * TEXTS_OF_EACH, (l + 1) * TEXTS_OF_EACH).map(({ cells }) => cells.get(locale) ?? ''),
  );
  return Object.fromEntries(
    lengths.map((tokens) => [tokens, Array.from({ length: 32 }, (_, i) => cut(tokenise, texts, i * 5, tokens))]),
  );
}

function cut(tokenise: Tokenise, texts: readonly string[], from: number, tokens: number): number[] {
  let text = '';
  for (let i = from; ; i++) {
    text += ` ${texts[i % texts.length]}`;
    const ids = tokenise(text);
    if (ids.length >= tokens) return [...ids.slice(0, tokens - 1), ids.at(-1) as number];
  }
}
