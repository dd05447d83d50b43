import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundle } from './site.ts';

/**
 * Most bytes, gzipped, of `<kopru-matches>` with Lit, the client and one language. What stands above
 * 20 kB is names that are not shown (synonyms, messages) and nouns of the client that are not used.
 */
const BUDGET = 36_000;

test('no schema library and no message parser ships with the elements', async () => {
  const { inputs } = await bundle('define.ts');
  expect(inputs.some((path) => path.includes('/lit-html/'))).toBe(true);
  expect(inputs.filter((path) => /node_modules\/(?!@?lit)/.test(path))).toEqual([]);
});

test('<kopru-matches> with one language keeps to its budget', async () => {
  const { code, inputs } = await bundle('matches/matches-element-define.ts', 'english');
  expect(inputs.some((path) => path.endsWith('strings/en.ts'))).toBe(true);
  expect(inputs.filter((path) => path.includes('/introductions/introductions-element'))).toEqual([]);
  expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(BUDGET);
});
