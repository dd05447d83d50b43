import { foldWords } from './fold.ts';

/** A name, and the words that it is compared by. */
export interface Named {
  readonly name: string;
  readonly words: string;
}

export const named = (names: Iterable<string>): Named[] =>
  [...new Set(names)].map((name) => ({ name, words: foldWords(name) }));

/** Longer texts are no name that somebody has mistyped. */
const LONGEST = 60;
const FURTHEST = 0.4;

/** The names nearest to what was written, nearest first; none that differs in more than two fifths of its letters. */
export function nearest(written: string, names: readonly Named[], limit = 3): string[] {
  const from = foldWords(written);
  if (from.length > LONGEST) return [];
  return names
    .flatMap(({ name, words }) => {
      const longest = Math.max(from.length, words.length, 1);
      // So many letters must be put in at least: most names are settled by that.
      if (Math.abs(from.length - words.length) > FURTHEST * longest) return [];
      const apart = distance(from, words) / longest;
      return apart <= FURTHEST ? [{ name, apart }] : [];
    })
    .sort((a, b) => a.apart - b.apart)
    .slice(0, limit)
    .map(({ name }) => name);
}

/** Fewest letters to be put in, taken out or replaced (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
