/**
 * The words beside a number, in all languages at once: a secretary writes them mixed.
 *
 * @module
 */
import { CURRENCIES, type Currency, LOCALES } from '@kopru/sdk/facets';
import { LOCALE_STRINGS } from '@kopru/sdk/strings';
import { fold } from './fold.ts';
import { CELL_WORDS, wordsOf } from './words/index.ts';

/** What a word, or a few together, say about the amount beside them. */
export type Meaning =
  | {
      readonly is: 'times';
      readonly by: number;
      /** Whether a comma before three digits stands before decimals, where this word follows. */
      readonly comma: boolean;
      /** Whether a point before three digits parts thousands, where this word follows. */
      readonly point: boolean;
      /** The money of those who say it so, for a word that several currencies share. */
      readonly hint?: Currency;
    }
  /** Of one currency, or of the few that share the word. */
  | { readonly is: 'currency'; readonly codes: readonly Currency[] }
  | { readonly is: 'bound'; readonly end: 'low' | 'high' }
  /** "min": thousand in Azerbaijani and, on a Russian keyboard, in Kyrgyz; minimum in all others. */
  | { readonly is: 'min' }
  /** A currency that profiles cannot be in. */
  | { readonly is: 'foreign' }
  /** Stands between the ends of a range, as a dash does. */
  | { readonly is: 'and' }
  | { readonly is: 'filler' };

export type Times = Extract<Meaning, { is: 'times' }>;

/** What "min" and "миң" are after a number. */
export const THOUSAND: Times = { is: 'times', by: 1e3, comma: false, point: true, hint: 'AZN' };

/** How many words a phrase has at most. */
export const LONGEST_PHRASE = 5;

let phrases: Map<string, Meaning> | undefined;

/** What a folded phrase says, as it stands; undefined for one that says nothing about amounts. */
export function meaningOf(phrase: string): Meaning | undefined {
  phrases ??= buildPhrases();
  return phrases.get(phrase);
}

/** The multiplier or currency that a word is a form of: the longest of the tables that it adds an ending to. */
export function stemMeaningOf(phrase: string): Meaning | undefined {
  for (let length = phrase.length - 1; length >= SHORTEST_STEM && phrase.length - length <= LONGEST_ENDING; length--) {
    const stem = meaningOf(phrase.slice(0, length));
    if (stem?.is === 'times' || stem?.is === 'currency') return stem;
  }
  return undefined;
}

const SHORTEST_STEM = 4;
const LONGEST_ENDING = 6;

function buildPhrases(): Map<string, Meaning> {
  const found = new Map<string, Meaning>();
  const add = (words: readonly string[], meaning: Meaning) => {
    for (const word of words) if (!found.has(phraseKey(word))) found.set(phraseKey(word), meaning);
  };
  for (const word of ['min', 'мин', 'миң']) found.set(phraseKey(word), { is: 'min' });
  found.set(phraseKey('müň'), { is: 'times', by: 1e3, comma: false, point: false, hint: 'TMT' });
  // An English comma parts thousands, that of the other eight decimals; only Turks put a point between thousands of a thousand.
  const english = new Set(
    [...CELL_WORDS.en.million, ...CELL_WORDS.en.billion, ...CELL_WORDS.en.thousand].map(phraseKey),
  );
  const scale = (key: 'thousand' | 'million' | 'billion', by: number) => {
    for (const word of wordsOf(key)) {
      const isThousand = key === 'thousand';
      add([word], { is: 'times', by, comma: !isThousand && !english.has(phraseKey(word)), point: word === 'bin' });
    }
  };
  scale('thousand', 1e3);
  scale('million', 1e6);
  scale('billion', 1e9);
  for (const [key, codes] of currencyWords()) add([key], { is: 'currency', codes });
  add(wordsOf('atLeast'), { is: 'bound', end: 'low' });
  add(wordsOf('atMost'), { is: 'bound', end: 'high' });
  add(FOREIGN, { is: 'foreign' });
  add(wordsOf('and'), { is: 'and' });
  add(wordsOf('filler'), { is: 'filler' });
  return found;
}

const FOREIGN = [
  '£',
  '¥',
  '₴',
  '₾',
  '₹',
  'gbp',
  'cny',
  'jpy',
  'aed',
  'uah',
  'gel',
  'chf',
  'cad',
  'sar',
  'byn',
  'tjs',
  'pound',
  'фунт',
  'юань',
  'дирхам',
  'dirhem',
  'sterlin',
];

const SYMBOLS: Readonly<Record<string, Currency>> = {
  $: 'USD',
  '€': 'EUR',
  '₺': 'TRY',
  '₸': 'KZT',
  '₼': 'AZN',
  '₽': 'RUB',
  '\u20c0': 'KGS',
};

/** Every word for a currency, with all that share it: codes, symbols, official names and those of {@link CELL_WORDS}. */
function currencyWords(): Map<string, Currency[]> {
  const found = new Map<string, Currency[]>();
  const add = (word: string, code: Currency) => {
    const codes = found.get(phraseKey(word)) ?? [];
    if (!codes.includes(code)) found.set(phraseKey(word), [...codes, code]);
  };
  for (const [symbol, code] of Object.entries(SYMBOLS)) add(symbol, code);
  for (const code of CURRENCIES) {
    add(code, code);
    for (const locale of LOCALES) {
      add(LOCALE_STRINGS[locale].facets.currencies[code].name, code);
      for (const word of CELL_WORDS[locale].currencies[code] ?? []) add(word, code);
    }
  }
  return found;
}

/** A phrase as the reader of amounts sees it: words and signs with one space between them. */
const phraseKey = (phrase: string): string =>
  fold(phrase)
    .replace(/[.,/-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
