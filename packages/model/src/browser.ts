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
import { type ReadFile, readManifest } from './manifest.ts';
import { counting } from './progress.ts';
import { bodyOf } from './response.ts';

export { MODEL } from './model.ts';
export { sectors } from './sectors.ts';

export interface BrowserOptions {
  /** Where the files of `weights/` are served, absolute or relative to the page, with or without a slash at its end. */
  readonly baseUrl: string;
  /** Is told how many bytes of the weights have arrived, and of how many, piece by piece. @default nobody is told */
  readonly onProgress?: ((loaded: number, total: number) => void) | undefined;
}

/**
 * Fetches the model (about 39 MB, cached by the browser as its server says) and compiles the kernel. The
 * page's Content-Security-Policy must allow `'wasm-unsafe-eval'` in `script-src`.
 *
 * @throws {EmbedderError} `model_invalid` if a file is missing, truncated or damaged.
 */
export async function createEmbedder({ baseUrl, onProgress }: BrowserOptions): Promise<Embedder> {
  const folder = baseUrl.replace(/\/$/, '');
  const fetchFile = (name: string) => fetch(`${folder}/${name}`);
  const readFile: ReadFile = async (name) => bodyOf(await fetchFile(name));
  const module = await compileKernel(readFile);
  if (!onProgress) return loadEmbedder({ readFile, module });
  return loadEmbedder({ readFile: counting(fetchFile, await readManifest(readFile), onProgress), module });
}
