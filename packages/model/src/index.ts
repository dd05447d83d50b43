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
 * For thousands of texts at once import `@kopru/model/threads`, in a browser `@kopru/model/browser`, in a
 * Worker `@kopru/model/workerd`.
 *
 * @module
 */
import { createMatcher as createMatcherWith, type Matcher, type MatcherOptions } from '@kopru/sdk/engine';
import { createEmbedder } from './from-files.ts';
import { sectors } from './sectors.ts';

export { createEmbedder } from './from-files.ts';
export { MODEL } from './model.ts';
export { sectors } from './sectors.ts';

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
