import { readFile } from 'node:fs/promises';
import type { Embedder } from '@kopru/sdk/engine/embedder';
import { compileKernel } from './compile.ts';
import { loadEmbedder } from './load.ts';

async function readWeights(name: string): Promise<ArrayBuffer> {
  return new Uint8Array(await readFile(new URL(`../weights/${name}`, import.meta.url))).buffer;
}

/**
 * Loads the model from the files of this package. It holds about 42 MB; make one and keep it.
 *
 * @throws {EmbedderError} `model_invalid` if a file of the package is missing, truncated or damaged.
 */
export async function createEmbedder(): Promise<Embedder> {
  return loadEmbedder({ readFile: readWeights, module: await compileKernel(readWeights) });
}
