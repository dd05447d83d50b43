import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'tsup';

/**
 * One self-contained ES module made of a source file of this package, as a bundler of a user would make it.
 * Imports of .wasm are left to the runtime.
 */
export async function bundle(source: string): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'kopru-model-'));
  try {
    await build({
      config: false,
      silent: true,
      entry: { bundle: fileURLToPath(new URL(source, import.meta.url)) },
      outDir,
      format: 'esm',
      platform: 'browser',
      target: 'es2023',
      splitting: false,
      noExternal: [/^@kopru\//],
      external: [/\.wasm$/],
      esbuildOptions(options) {
        options.conditions = ['@kopru/source'];
      },
    });
    const [file] = (await readdir(outDir)).filter((name) => name.endsWith('js'));
    return await readFile(join(outDir, file!), 'utf8');
  } finally {
    await rm(outDir, { recursive: true });
  }
}
