import { meaningOf } from '../values/amount-words.ts';
import { alike, foldWords } from '../values/fold.ts';
import type { Topic } from './fields.ts';
import { HEADER_NAMES } from './headers/index.ts';

/** What a header may speak of, and how well a name of it fits, in (0,1]. */
export interface Scored {
  readonly topic: Topic;
  readonly score: number;
}

interface Name {
  readonly topic: Topic;
  readonly words: readonly string[];
  /** Place in its list: of two names that fit as well, the likelier counts. */
  readonly place: number;
}

/** Below this, a header shares too little with any name. */
const LOWEST = 0.55;

interface Names {
  /** All names, by the beginning of each of their words: no other name can share a word with a header. */
  readonly byWord: ReadonlyMap<string, readonly Name[]>;
  /** How many topics have a word with such a beginning in their names: a word of many tells little. */
  readonly topics: ReadonlyMap<string, number>;
}

let names: Names | undefined;

function indexNames(): Names {
  const all = Object.values(HEADER_NAMES).flatMap((ofLanguage) =>
    (Object.entries(ofLanguage) as [Topic, readonly string[]][]).flatMap(([topic, list]) =>
      list.map((name, place) => ({ topic, words: wordsIn(name), place })),
    ),
  );
  const byWord = new Map<string, Name[]>();
  for (const name of all) {
    for (const word of new Set(name.words.map(beginning))) byWord.set(word, [...(byWord.get(word) ?? []), name]);
  }
  const topics = new Map([...byWord].map(([word, some]) => [word, new Set(some.map(({ topic }) => topic)).size]));
  return { byWord, topics };
}

/** Headers are retyped on every keyboard: letters that look alike are taken for one. */
const wordsIn = (text: string): string[] =>
  alike(foldWords(text))
    .split(' ')
    .filter((word) => word !== '');

/** What a header speaks of, best first; each topic once. Empty for one that shares too little with any name. */
export function topicsOf(header: string): Scored[] {
  names ??= indexNames();
  const { byWord, topics } = names;
  const best = new Map<Topic, number>();
  for (const { words, weight } of waysToRead(header)) {
    for (const name of new Set(words.flatMap((word) => byWord.get(beginning(word)) ?? []))) {
      const score = (fit(words, name.words, topics) - 0.0005 * name.place) * weight;
      if (score >= LOWEST && score > (best.get(name.topic) ?? 0)) best.set(name.topic, score);
    }
  }
  return [...best].map(([topic, score]) => ({ topic, score })).sort((a, b) => b.score - a.score);
}

/** A header as a whole, and without what forms add to it: numbers, brackets, units, a second name after a stroke. */
function waysToRead(header: string): { readonly words: readonly string[]; readonly weight: number }[] {
  const own = header.replace(/^\s*\d{1,2}\s*[.)]\s*/, '').replace(/[*?]+/g, ' ');
  const bare = own.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
  const parts = bare.split(/[/,;:|\n]|\s[-–—]\s/).filter((part) => part.trim() !== '');
  const unitless = (text: string) =>
    wordsIn(
      foldWords(text)
        .split(' ')
        .filter((word) => !isUnit(word))
        .join(' '),
    );
  const ways = [
    { words: wordsIn(own), weight: 1 },
    { words: wordsIn(bare), weight: 0.99 },
    { words: unitless(bare), weight: 0.98 },
    ...parts.map((part, i) => ({ words: unitless(part), weight: i === 0 ? 0.95 : 0.8 })),
  ];
  return ways.filter(({ words }) => words.length > 0);
}

const isUnit = (word: string): boolean => ['times', 'currency'].includes(meaningOf(word)?.is ?? '');

/** The share of letters, of all those in a header and a name, that stand in words of both. Words of many topics count less. */
function fit(header: readonly string[], name: readonly string[], topics: Names['topics']): number {
  if (header.length === name.length && header.every((word, i) => word === name[i])) return 1;
  const weightOf = (word: string) => {
    const count = topics.get(beginning(word));
    return word.length * (count === undefined ? UNKNOWN : 1 / Math.sqrt(count));
  };
  const left = [...header];
  let both = 0;
  let all = 0;
  for (const word of name) {
    all += weightOf(word);
    const at = left.findIndex((other) => isSameWord(other, word));
    if (at < 0) continue;
    both += weightOf(word);
    left.splice(at, 1);
  }
  for (const word of left) all += weightOf(word);
  return (0.98 * both) / all;
}

/** Weight of a word that no name has: it may be "your" as well as what the header is about. */
const UNKNOWN = 0.6;

/** Words that are the same but for their endings begin with the same letters. */
const beginning = (word: string): string => word.slice(0, SHORTEST_STEM);
const SHORTEST_STEM = 4;

/** Whether two words differ in their endings at most. */
function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const longest = Math.max(a.length, b.length);
  let shared = 0;
  while (shared < longest && a[shared] === b[shared]) shared++;
  const different = longest - shared;
  return shared >= SHORTEST_STEM && (different <= 1 || (shared > SHORTEST_STEM && different <= 3));
}
