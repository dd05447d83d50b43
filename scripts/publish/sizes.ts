/**
 * How much a page or a Worker loads of each entry, minified and gzipped, against its budget.
 *
 * @module
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sh } from '../shell.ts';
import { entriesOf, libraries } from './packages.ts';

const KB = 1024;

/**
 * Most bytes, gzipped, that an entry loads before anything is asked of it, with all that it imports. The
 * client's is a promise of the README; the others stand a tenth above what was measured, so that a library
 * that slips in is seen. Raise one only with the reason in the commit.
 */
const BUDGETS: Readonly<Record<string, number>> = {
  '@kopru/sdk': 8 * KB,
  '@kopru/sdk/engine': 560 * KB,
  '@kopru/sdk/facets': 7 * KB,
  '@kopru/sdk/schema': 128 * KB,
  '@kopru/sdk/strings': 148 * KB,
  '@kopru/sdk/webhooks': 7 * KB,
  '@kopru/widget/define': 58 * KB,
};

interface Size {
  readonly specifier: string;
  readonly bytes: number;
  readonly budget: number;
}

/** Sizes of the built entries that have a budget. */
function sizes(): Size[] {
  const entries = libraries().flatMap(entriesOf);
  return Object.entries(BUDGETS).map(([specifier, budget]) => {
    const entry = entries.find((candidate) => candidate.specifier === specifier);
    if (!entry) throw new Error(`${specifier} has a budget and is no entry of a published package`);
    return { specifier, budget, bytes: sizeOf(entry.code) };
  });
}

/** What is read of esbuild's account of a bundle. */
interface Bundle {
  readonly outputs: Readonly<
    Record<string, { readonly entryPoint?: string; readonly imports: readonly { path: string; kind: string }[] }>
  >;
}

/** Bytes, gzipped, of a module with all that it imports; not of what it loads later with `import()`. */
export function sizeOf(file: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'kopru-size-'));
  try {
    const metafile = join(folder, 'meta.json');
    sh('esbuild', [
      file,
      ...['--bundle', '--splitting', '--minify', '--format=esm', '--target=es2023', '--log-level=error'],
      ...['--external:node:*', `--outdir=${folder}`, `--metafile=${metafile}`],
    ]);
    const { outputs } = JSON.parse(readFileSync(metafile, 'utf8')) as Bundle;
    const loaded = new Set(Object.keys(outputs).filter((name) => outputs[name]?.entryPoint === file));
    // A set gives also what is added while it is read.
    for (const name of loaded) {
      for (const { path, kind } of outputs[name]?.imports ?? []) if (kind === 'import-statement') loaded.add(path);
    }
    return [...loaded]
      .filter((name) => name in outputs)
      .reduce((sum, name) => sum + gzipSync(readFileSync(name), { level: 9 }).length, 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints the sizes. @returns whether all keep to their budgets. */
export function checkSizes(): boolean {
  const found = sizes();
  const kb = (bytes: number) => `${(bytes / KB).toFixed(1)} kB`;
  for (const { specifier, bytes, budget } of found) {
    const verdict = bytes > budget ? '  TOO LARGE' : '';
    console.log(`${specifier.padEnd(22)}${kb(bytes).padStart(9)} of ${kb(budget)}${verdict}`);
  }
  return found.every(({ bytes, budget }) => bytes <= budget);
}
