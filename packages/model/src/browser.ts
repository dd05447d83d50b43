/**
 * The embedded model in a browser. The site serves the folder `weights/` of this package.
 *
 * ```ts
 * import { createEmbedder } from '@kopru/model/browser';
 *
 * const embedder = await createEmbedder({ baseUrl: '/kopru-model' });
 * const [vector] = await embedder.embed(['Precision farming for small plots']);
 * ```
 *
 * @module
 */
import type { Embedder } from '@kopru/sdk/engine/embedder';
import { compileKernel } from './compile.ts';
import { loadEmbedder } from './load.ts';
import { bodyOf } from './response.ts';

export { MODEL } from './model.ts';
export { sectors } from './sectors.ts';

export interface BrowserOptions {
  /** Where the files of `weights/` are served, absolute or relative to the page, with or without a slash at its end. */
  readonly baseUrl: string;
}

/**
 * Fetches the model (about 39 MB, cached by the browser as its server says) and compiles the kernel. The
 * page's Content-Security-Policy must allow `'wasm-unsafe-eval'` in `script-src`.
 *
 * @throws {EmbedderError} `model_invalid` if a file is missing, truncated or damaged.
 */
export async function createEmbedder({ baseUrl }: BrowserOptions): Promise<Embedder> {
  const folder = baseUrl.replace(/\/$/, '');
  const readFile = async (name: string) => bodyOf(await fetch(`${folder}/${name}`));
  return loadEmbedder({ readFile, module: await compileKernel(readFile) });
}
