import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';

/** What a wrangler.toml binds to its Worker, as Miniflare takes it. @param assets folder of the static files. @default that of the file */
export function bindingsOf(config: string, assets?: string) {
  const overrides = assets === undefined ? {} : { overrides: { assets: { directory: assets } } };
  const { modulesRules: _, ...bindings } = unstable_getMiniflareWorkerOptions(
    config,
    undefined,
    overrides,
  ).workerOptions;
  return bindings;
}

/**
 * The Worker that holds the model, for the Miniflare in which the API runs.
 *
 * @param configs folder of wrangler.embedder.toml.
 * @param workers folder of the bundled `embedder.js`.
 * @param weights folder of the model's weights. @default that of wrangler.embedder.toml
 */
export const embedderWorker = async (configs: string, workers: string, weights?: string) => ({
  ...bindingsOf(join(configs, 'wrangler.embedder.toml'), weights),
  name: 'kopru-embedder',
  ...(await modulesOf(join(workers, 'embedder.js'))),
});

/** A bundled Worker and the .wasm files that it imports. */
export async function modulesOf(worker: string) {
  const contents = await readFile(worker, 'utf8');
  const imported = new Set(
    Array.from(contents.matchAll(/from\s*["']\.\/([^"']+\.wasm)["']/g), ([, name]) => name as string),
  );
  const wasm = await Promise.all(
    [...imported].map(async (name) => {
      const path = join(dirname(worker), name);
      return { type: 'CompiledWasm' as const, path, contents: await readFile(path) };
    }),
  );
  return {
    modules: [{ type: 'ESModule' as const, path: worker, contents }, ...wasm],
    modulesRoot: dirname(worker),
  };
}
