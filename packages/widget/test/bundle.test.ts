import { expect, test } from 'vitest';
import { bundle } from './site.ts';

test('no schema library and no message parser ships with the element', async () => {
  const { inputs } = await bundle('define.ts');
  expect(inputs.some((path) => path.includes('/lit-html/'))).toBe(true);
  expect(inputs.filter((path) => /node_modules\/(?!@?lit)/.test(path))).toEqual([]);
});
