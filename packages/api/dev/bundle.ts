import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const STAND_IN = source('hash-model.ts');

const standIn: Plugin = {
  name: 'hash-model',
  setup(bundle) {
    // The stand-in itself imports the real one.
    bundle.onResolve({ filter: /^@kopru\/model\/workerd$/ }, ({ importer }) =>
      importer === STAND_IN ? undefined : { path: STAND_IN },
    );
  },
};

/**
 * Builds the API and its embedder for soaks and tests; what is deployed, tsup builds.
 *
 * @param entry of the API, or of what is measured beside it.
 * @param model `hash` puts the conformance suite's deterministic embedder in the place of the model.
 * @returns path of the Worker; that of its embedder, `embedder.js`, lies beside it.
 */
export async function bundleWorker(
  outDir: string,
  model: 'hash' | 'real',
  entry = source('../src/index.ts'),
): Promise<string> {
  await build({
    entryPoints: { worker: entry, embedder: source('../src/embedder-worker.ts') },
    outdir: outDir,
    bundle: true,
    format: 'esm',
    target: 'es2023',
    platform: 'neutral',
    conditions: ['@kopru/source', 'workerd', 'worker', 'browser'],
    mainFields: ['browser', 'module', 'main'],
    loader: { '.wasm': 'copy' },
    external: ['node:*', 'cloudflare:*'],
    plugins: model === 'hash' ? [standIn] : [],
    logLevel: 'error',
  });
  return join(outDir, 'worker.js');
}
