import { readFileSync } from 'node:fs';
import { LOCALES } from '@kopru/sdk/facets';
import { beforeAll, describe, expect, test } from 'vitest';
import { oneFile } from '../bundle/one-file.ts';
import { elementNames, type ScriptFiles, scriptFiles } from '../bundle/script.ts';
import { bytesOf, firstLoad, loadedWith } from '../bundle/sizes.ts';

/**
 * Most bytes, each file gzipped by itself, that an element loads until it shows what it has: `kopru.js`, Lit, the
 * client, its code, and its words in English, in files of their own.
 */
const BUDGETS: Readonly<Record<string, number>> = {
  matches: 24_000,
  neighbours: 27_300,
  'co-investment': 29_000,
  introductions: 29_300,
  search: 31_500,
  applications: 32_700,
  // These load the names of all codes, and the form the words of the fields of all kinds.
  corridors: 33_400,
  'market-entry': 34_100,
  profile: 51_100,
};

/** Most bytes of `kopru.js` itself, which is loaded before anything else can be. It pins each element, in 60 bytes. */
const KOPRU = 2_300;
/** Most bytes that another language than English may weigh more. */
const LANGUAGE = 3_600;

/** Most bytes of a list in one file with Lit and the client, and its words in English. Names of all codes come beside it. */
const ONE_FILE = 20_000;

test.each([
  ['matches', ['base'], ONE_FILE],
  ['market-entry', ['base', 'more'], ONE_FILE],
  ['neighbours', ['base', 'findings'], ONE_FILE],
  // With a form.
  ['co-investment', ['base', 'findings'], ONE_FILE + 500],
] as const)(
  '<kopru-%s> of the npm package keeps to its budget',
  async (element, words, budget) => {
    expect(await oneFile(element, 'en', words)).toBeLessThanOrEqual(budget);
    // Letters of two bytes.
    for (const locale of LOCALES)
      expect(await oneFile(element, locale, words), locale).toBeLessThanOrEqual(budget + 1000);
  },
  60_000,
);

describe('the script for a script tag', () => {
  let files: ScriptFiles;
  beforeAll(async () => {
    files = await scriptFiles();
  });

  test('holds no schema library and no message parser', () => {
    const foreign = [...files.values()]
      .flatMap(({ sources }) => sources)
      .filter((path) => path.includes('node_modules'));
    expect(foreign.some((path) => path.includes('/lit-html/'))).toBe(true);
    expect(foreign.filter((path) => !/node_modules\/(lit|lit-html|lit-element|@lit)\//.test(path))).toEqual([]);
  });

  test('has every element that is registered by @kopru/widget/define, and a budget for each', async () => {
    const define = readFileSync(new URL('../src/define.ts', import.meta.url), 'utf8');
    const defined = Array.from(define.matchAll(/\/([\w-]+)-element-define/g), ([, name]) => name);
    expect(await elementNames()).toEqual(defined.sort());
    expect(Object.keys(BUDGETS).sort()).toEqual(defined);
  });

  test.each(Object.entries(BUDGETS))('<kopru-%s> keeps to its budget, in every language', (element, budget) => {
    expect(bytesOf(files, firstLoad(files, element, 'en'))).toBeLessThanOrEqual(budget);
    for (const locale of LOCALES)
      expect(bytesOf(files, firstLoad(files, element, locale)), locale).toBeLessThanOrEqual(budget + LANGUAGE);
    expect(bytesOf(files, ['kopru'])).toBeLessThanOrEqual(KOPRU);
  });

  test('<kopru-matches> loads no sentence, no synonym, no name of a country, and nothing of other elements', () => {
    const sources = firstLoad(files, 'matches', 'kk').flatMap((name) => files.get(name)?.sources ?? []);
    expect(sources.filter((path) => /\/src\/strings\/kk/.test(path)).length).toBeGreaterThan(2);
    expect(
      sources
        .filter((path) => /(messages|synonyms|countries|languages|sectors)\.ts$/.test(path))
        .map((path) => path.split('/').slice(-2).join('/')),
    ).toEqual([]);
    expect(
      sources
        .filter((path) => /-element\.ts$/.test(path))
        .map((path) => path.split('/').pop())
        .sort(),
    ).toEqual(['connected-element.ts', 'matches-element.ts']);
  });

  test('what a press of a button needs is loaded with the press', () => {
    const first = loadedWith(files, ['matches']).flatMap((name) => files.get(name)?.sources ?? []);
    expect(first.filter((path) => /\/lib\/(acts|act-line|ask-form)\.ts$/.test(path))).toEqual([]);
  });
});
