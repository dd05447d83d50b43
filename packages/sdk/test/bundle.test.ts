import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Largest root entry, gzipped, in bytes. */
const BUDGET = 8 * 1024;

async function bundle(entry: string) {
  const { metafile, outputFiles } = await build({
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
  return { inputs: Object.keys(metafile.inputs), code: outputFiles[0]?.contents as Uint8Array };
}

describe('the root entry', () => {
  test('holds the client and nothing of schemas, engine, strings, facets or model', async () => {
    const { inputs } = await bundle('src/index.ts');
    expect(inputs).toContain('src/client.ts');
    for (const input of inputs) {
      expect(input).toMatch(/^src\//);
      expect(input).not.toMatch(
        /schema\.ts$|^src\/(engine|strings|facets|embed|assign|pairings)\/|src\/(page|problems)\.ts$/,
      );
    }
  });

  test('as it is published needs no package, and keeps to its budget', async () => {
    const { inputs, code } = await bundle('dist/index.js');
    for (const input of inputs) expect(input).toMatch(/^dist\//);
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(BUDGET);
  });

  test('would tell: the schemas do hold zod', async () => {
    const { inputs } = await bundle('src/schema.ts');
    expect(inputs.some((input) => input.includes('node_modules/zod'))).toBe(true);
  });
});
