/**
 * The embedded model in Node: text in nine languages to vectors, with no service and no key.
 *
 * ```ts
 * import { createEmbedder } from '@kopru/model';
 *
 * const embedder = await createEmbedder();
 * const [pitch, thesis] = await embedder.embed(['Tuproq namligini o‘lchaydigan sensorlar', 'Точное земледелие']);
 * ```
 *
 * In a browser import `@kopru/model/browser`, in a Worker `@kopru/model/workerd`.
 *
 * @module
 */
import { readFile } from 'node:fs/promises';
import { createMatcher as createMatcherWith, type Matcher, type MatcherOptions } from '@kopru/sdk/engine';
import type { Embedder } from '@kopru/sdk/engine/embedder';
import { compileKernel } from './compile.ts';
import { loadEmbedder } from './load.ts';
import { sectors } from './sectors.ts';

export { MODEL } from './model.ts';
export { sectors } from './sectors.ts';

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

/**
 * The whole matching engine with this model as its embedder: no server, no key, no network.
 *
 * ```ts
 * import { createMatcher } from '@kopru/model';
 *
 * const matcher = await createMatcher();
 * await matcher.add('investor', 'fund-1', { name: 'Xəzər Fondu', thesis: '…', consent: { matching: true } });
 * const { matches } = await matcher.match({ kind: 'startup', profile: { name: 'Torpaq', pitch: '…' } });
 * ```
 *
 * @throws {EmbedderError} `model_invalid` if a file of the package is missing, truncated or damaged.
 */
export async function createMatcher(options: Omit<MatcherOptions, 'embedder'> = {}): Promise<Matcher> {
  return createMatcherWith({ sectors: sectors(), ...options, embedder: await createEmbedder() });
}
