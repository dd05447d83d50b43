/**
 * The embedded model in Cloudflare Workers. Workers compile no WebAssembly at run time, so the kernel is
 * imported as a module; the weights come from static assets, to which the folder `weights/` is copied.
 *
 * ```ts
 * import { createEmbedder } from '@kopru/model/workerd';
 * import module from '@kopru/model/weights/kernel.wasm';
 *
 * const embedder = await createEmbedder({
 *   module,
 *   fetchFile: (name) => env.ASSETS.fetch(`https://assets.local/model/${name}`),
 * });
 * ```
 *
 * @module
 */
import type { Embedder } from '@kopru/sdk/engine/embedder';
import { loadEmbedder } from './load.ts';
import { bodyOf } from './response.ts';

export { centre } from './centre.ts';
export { MODEL } from './model.ts';
export { sectors } from './sectors.ts';

export interface WorkerdOptions {
  /** `@kopru/model/weights/kernel.wasm`, imported as a module. */
  readonly module: WebAssembly.Module;
  /** Fetches a file of `weights/` by its name. */
  readonly fetchFile: (name: string) => Promise<Response>;
}

/**
 * Loads the model into the isolate: about 45 MB that stay, and up to 22 MB more while it loads. Keep the
 * promise in module scope, so that requests that arrive at once share one load.
 *
 * @throws {EmbedderError} `model_invalid` if a file is missing, truncated or damaged.
 */
export async function createEmbedder({ module, fetchFile }: WorkerdOptions): Promise<Embedder> {
  return loadEmbedder({ module, readFile: async (name) => bodyOf(await fetchFile(name)) });
}
