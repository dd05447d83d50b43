import { sectorNames, type Vocabulary } from './code-names.ts';
import { alike, exactWords, fold, foldWords } from './fold.ts';
import { nearest } from './nearest.ts';
import { problem, quote, type Reading } from './reading.ts';
import { wordsOf } from './words/index.ts';

const ALL = new Set(wordsOf('all').map(foldWords));
const isAll = (text: string): boolean => ALL.has(foldWords(text));

/** The one code that a cell names; what else stands there is told. Nothing, and no problem, for a cell that says "any". */
export function readCode<C extends string>(cell: string, names: Vocabulary<C>): Reading<C> {
  const found = codeOf(cell, names);
  if (found) return { value: found };
  if (isAll(cell)) return {};
  const items = itemsOf(cell, (name) => codeOf(name, names));
  const [code, ...others] = new Set(items.flatMap((item) => item.code ?? []));
  if (others.length > 0)
    return problem('one_of', `${quote(cell)} names several, and this column holds one.`, 'Keep one.');
  if (!code) return unknown([cell], names);
  const rest = items.flatMap((item) => (item.code ? [] : [item.text]));
  return { value: code, ...(rest.length > 0 && unknown(rest, names)) };
}

/**
 * The codes that a cell lists, each once; of codes that have an order also as a range. What is none of
 * them is told, and the others count. Nothing for "all".
 */
export function readCodes<C extends string>(cell: string, names: Vocabulary<C>): Reading<readonly C[]> {
  const items = itemsOf(cell, (name) => codeOf(name, names)).flatMap((item): readonly Item<C>[] => {
    if (item.code) return [item];
    const range = rangeOf(item.text, names);
    if (range) return range.map((code) => ({ text: item.text, code }));
    const halves = halvesOf(item.text, (name) => codeOf(name, names));
    return halves.some(({ code }) => code) ? halves : [item];
  });
  const rest = items.flatMap(({ text, code }) => (code || isAll(text) ? [] : [text]));
  if (rest.length === 0 && items.some(({ code }) => !code)) return {};
  const found = [...new Set(items.flatMap(({ code }) => code ?? []))];
  return { ...(found.length > 0 && { value: found }), ...(rest.length > 0 && unknown(rest, names)) };
}

/**
 * Codes that limit who is taken. A list of which a part cannot be read counts as not stated: the rest
 * alone would keep out whom its author takes.
 */
export function readLimits<C extends string>(cell: string, names: Vocabulary<C>): Reading<readonly C[]> {
  const { value, problem } = readCodes(cell, names);
  if (!problem || !value) return { ...(value && { value }), ...(problem && { problem }) };
  return { problem: { ...problem, message: `${problem.message} The whole cell counts as not stated.` } };
}

/** All codes from one to another, in either order: "pre-seed – series A". */
function rangeOf<C extends string>(text: string, names: Vocabulary<C>): readonly C[] | undefined {
  if (!names.order) return undefined;
  for (const { index, 0: dash } of text.matchAll(/[-–—]+/g)) {
    const ends = [text.slice(0, index), text.slice(index + dash.length)].map((end) => codeOf(end, names));
    const places = ends.flatMap((end) => (end ? (names.order?.indexOf(end) ?? []) : [])).sort((a, b) => a - b);
    const [from, to] = places;
    if (from !== undefined && to !== undefined) return names.order.slice(from, to + 1);
  }
  return undefined;
}

/** Sectors: codes where the taxonomy has a name for them, else what is written. Nothing for "all". */
export function readSectors(cell: string): Reading<readonly string[]> {
  return isAll(cell) ? {} : readExcludedSectors(cell);
}

/** The same for sectors that are never funded, of which nothing that is written may be lost, not even "all". */
export function readExcludedSectors(cell: string): Reading<readonly string[]> {
  const items = itemsOf(cell, (name) => codeOf(name, sectorNames()));
  const found = [...new Set(items.map(({ text, code }) => code ?? text))];
  return found.length > 0 ? { value: found } : {};
}

function unknown(written: readonly string[], names: Vocabulary<string>): ReturnType<typeof problem> {
  const near = new Set(written.flatMap((name) => nearestIn(names, name) ?? []));
  return problem(
    'one_of',
    `${written.map(quote).join(', ')} ${written.length === 1 ? 'is' : 'are'} not known here.`,
    near.size > 0 ? `Did you mean ${[...near].map(quote).join(', ')}?` : `Write it as in ${names.example}.`,
  );
}

/** What was found for each text: a file repeats its mistakes row by row, and each costs a look at every name. */
const looked = new WeakMap<Vocabulary<string>, Map<string, string | undefined>>();

function nearestIn(names: Vocabulary<string>, written: string): string | undefined {
  const known = looked.get(names) ?? new Map<string, string | undefined>();
  looked.set(names, known);
  if (!known.has(written)) known.set(written, nearest(written, names.shown, 1)[0]);
  return known.get(written);
}

/** A name by itself, without or within its brackets, or as both sides of a dash say: "KZ – Қазақстан". */
function codeOf<C extends string>(name: string, { exact, codes, mixed }: Vocabulary<C>): C | undefined {
  const named = (way: string): C | undefined => {
    const words = foldWords(way);
    return exact.get(exactWords(way)) ?? codes.get(words) ?? (MIXED.test(words) ? mixed.get(alike(words)) : undefined);
  };
  const whole = named(name) ?? named(name.replace(/\([^()]*\)/g, ' ')) ?? named(/\(([^()]*)\)/.exec(name)?.[1] ?? '');
  if (whole) return whole;
  const sides = new Set(name.split(/\s[-–—]\s|:/).flatMap((side) => named(side) ?? []));
  return sides.size === 1 ? [...sides][0] : undefined;
}

const MIXED = /\p{Script=Latin}.*\p{Script=Cyrillic}|\p{Script=Cyrillic}.*\p{Script=Latin}/u;

interface Item<C> {
  readonly text: string;
  readonly code: C | undefined;
}

const AND = new Set(wordsOf('and').map(fold));
/** Most parts that one name is made of: "moda, tekstil ve el sanatları". */
const LONGEST_NAME = 5;

/**
 * The items of a list. Names may hold what parts a list ("su, atık ve iklim"), so the longest run of
 * parts that is a name counts as one. A part that is none is split at "and" if every half is one.
 */
function itemsOf<C>(cell: string, codeOf: (name: string) => C | undefined): Item<C>[] {
  return runsOf(cell.split(/([,;|/\n•·]+)/), codeOf).flatMap((item) => {
    if (item.code) return [item];
    const halves = halvesOf(item.text, codeOf);
    return halves.every(({ code }) => code) ? halves : [item];
  });
}

/** What stands on both sides of every "and". */
const halvesOf = <C>(text: string, codeOf: (name: string) => C | undefined): Item<C>[] =>
  runsOf(splitAtAnd(text), codeOf);

/** @param pieces parts and, between them, what parts them. */
function runsOf<C>(pieces: readonly string[], codeOf: (name: string) => C | undefined): Item<C>[] {
  const items: Item<C>[] = [];
  for (let i = 0; i < pieces.length; i += 2) {
    const run = (parts: number) =>
      pieces
        .slice(i, i + 2 * parts - 1)
        .join('')
        .trim();
    if (run(1) === '') continue;
    const longest = Math.min(LONGEST_NAME, Math.ceil((pieces.length - i) / 2));
    let parts = longest;
    while (parts > 1 && !codeOf(run(parts))) parts--;
    items.push({ text: run(parts), code: codeOf(run(parts)) });
    i += 2 * (parts - 1);
  }
  return items;
}

function splitAtAnd(text: string): string[] {
  const pieces: string[] = [''];
  for (const word of text.split(/(\s+)/)) {
    if (word === '&' || word === '+' || AND.has(fold(word))) pieces.push(word, '');
    else pieces[pieces.length - 1] += word;
  }
  return pieces;
}
