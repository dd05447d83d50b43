import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { env, pipeline } from '@xenova/transformers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeTinyModel } from '../../test/tiny-model.ts';
import { embedderConformance } from '../engine/conformance/index.ts';
import { type FeatureExtractor, transformersEmbedder } from './transformers.ts';

describe('an embedder of @xenova/transformers', () => {
  let folder: string;
  let extractor: FeatureExtractor;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kopru-tiny-'));
    await writeTinyModel(folder);
    Object.assign(env, { allowRemoteModels: false, localModelPath: dirname(folder) });
    extractor = (await pipeline('feature-extraction', basename(folder), {
      quantized: false,
    })) as unknown as FeatureExtractor;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  for (const { name, run } of embedderConformance(() => transformersEmbedder({ id: 'tiny@1', extractor })))
    test(name, run);

  test('puts the prefix before every text', async () => {
    const [prefixed] = await (await transformersEmbedder({ id: 'tiny@1', extractor, prefix: 'query ' })).embed(['su']);
    const [written] = await (await transformersEmbedder({ id: 'tiny@1', extractor })).embed(['query su']);
    expect(prefixed).toEqual(written);
  });

  test('says that the pipeline failed, and why', async () => {
    const cause = new Error('out of memory');
    const failing: FeatureExtractor = () => Promise.reject(cause);
    await expect(transformersEmbedder({ id: 'tiny@1', extractor: failing })).rejects.toMatchObject({
      code: 'embedder_unavailable',
      cause,
    });
  });
});
