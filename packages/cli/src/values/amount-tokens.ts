import { LONGEST_PHRASE, type Meaning, meaningOf, stemMeaningOf } from './amount-words.ts';
import { fold } from './fold.ts';

export type Token =
  | { readonly is: 'number'; readonly text: string }
  | { readonly is: 'dash' }
  | { readonly is: 'unknown'; readonly text: string }
  | Meaning;

/**
 * Numbers with their marks, words, signs. A space or an apostrophe is a mark within a number only before
 * three digits, so that "50 000" is one number and "50 60" are two.
 */
const PARTS =
  /(?<number>\d{1,3}(?:([ .,'])\d{3}(?!\d))(?:\2\d{3}(?!\d))*(?:[.,]\d+)*|\d+(?:[.,]\d+)*)|(?<word>\p{L}+(?:'\p{L}+)*)|(?<dash>\.\.\.|[-–—−~])|(?<sign>[<>≤≥+=≈±]|\p{Sc})|(?<other>[^\s.,:;()[\]*"'/])/gu;

const BOUNDS: Readonly<Record<string, 'low' | 'high'>> = {
  '<': 'high',
  '≤': 'high',
  '>': 'low',
  '≥': 'low',
  '+': 'low',
};

/** The parts of a cell, in order, each with what it says. */
export function tokensOf(cell: string): Token[] {
  const text = fold(cell)
    // Accountants put what is below zero in brackets.
    .replace(/^\(([^()]*)\)$/, '-$1')
    // A suffix is hung on a number by a hyphen or an apostrophe, and ",-" ends a sum in Hungary.
    .replace(/(?<=[\d$€₺₸₼₽])['-](?=\p{L})/gu, ' ')
    .replace(/(?<=\d),-(?!\d)/g, ' ');
  const parts = [...text.matchAll(PARTS)].map(({ groups }) => groups as Record<string, string | undefined>);
  const tokens: Token[] = [];
  for (let i = 0; i < parts.length; i++) {
    const { number, word, dash, sign } = parts[i] as Record<string, string | undefined>;
    if (number !== undefined) tokens.push({ is: 'number', text: number });
    else if (dash !== undefined) {
      // A tilde before all else is "about".
      if (dash !== '~' || tokens.some(({ is }) => is === 'number')) tokens.push({ is: 'dash' });
    } else if (sign !== undefined) tokens.push(signOf(sign));
    else if (word === undefined) tokens.push({ is: 'unknown', text: parts[i]?.other ?? '' });
    else {
      const { length, found } = phraseAt(parts.slice(i).map((part) => part.word));
      tokens.push(...found);
      i += length - 1;
    }
  }
  return tokens;
}

function signOf(sign: string): Token {
  const end = BOUNDS[sign];
  return end ? { is: 'bound', end } : (meaningOf(sign) ?? { is: 'filler' });
}

/** The longest phrase that begins with the first of `words`; of a word that says nothing, its two halves ("kusd", "dollargacha"), else its stem. */
function phraseAt(words: readonly (string | undefined)[]): { readonly length: number; readonly found: Token[] } {
  for (let length = Math.min(LONGEST_PHRASE, words.length); length > 0; length--) {
    const some = words.slice(0, length);
    if (some.includes(undefined)) continue;
    const meaning = meaningOf(some.join(' '));
    if (meaning) return { length, found: [meaning] };
  }
  const word = words[0] as string;
  for (let cut = 1; cut < word.length; cut++) {
    const [start, end] = [word.slice(0, cut), word.slice(cut).replace(/^'/, '')];
    const rest = meaningOf(end);
    if (rest?.is !== 'currency' && rest?.is !== 'bound') continue;
    const first = meaningOf(start) ?? (rest.is === 'bound' ? stemMeaningOf(start) : undefined);
    if (first?.is === 'times' || (first?.is === 'currency' && rest.is === 'bound'))
      return { length: 1, found: [first, rest] };
  }
  return { length: 1, found: [stemMeaningOf(word) ?? { is: 'unknown', text: word }] };
}
