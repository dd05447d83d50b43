import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

async function bundle(entry: string) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    platform: 'neutral',
    write: false,
    metafile: true,
    ignoreAnnotations: true,
  });
  return Object.keys(metafile.inputs);
}

describe('the root entry', () => {
  test('holds the client and nothing of schemas, engine, strings, facets or model', async () => {
    const inputs = await bundle('src/index.ts');
    expect(inputs).toContain('src/client.ts');
    for (const input of inputs) {
      expect(input).toMatch(/^src\//);
      expect(input).not.toMatch(
        /schema\.ts$|^src\/(engine|strings|facets|embed|assign|pairings)\/|src\/(page|problems)\.ts$/,
      );
    }
  });

  test('as it is published needs no package', async () => {
    for (const input of await bundle('dist/index.js')) expect(input).toMatch(/^dist\//);
  });

  test('would tell: the schemas do hold zod', async () => {
    const inputs = await bundle('src/schema.ts');
    expect(inputs.some((input) => input.includes('node_modules/zod'))).toBe(true);
  });
});
