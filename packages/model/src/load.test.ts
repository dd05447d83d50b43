import { beforeAll, describe, expect, test } from 'vitest';
import { readWeights } from '../test/fixtures.ts';
import { compileKernel } from './compile.ts';
import { loadEmbedder } from './load.ts';
import type { ReadFile } from './manifest.ts';
import type { Manifest } from './model.ts';

const load = async (readFile: ReadFile) => loadEmbedder({ readFile, module: await compileKernel(readFile) });

describe('loading the model', () => {
  const files = new Map<string, ArrayBuffer>();
  let manifest: Manifest;

  beforeAll(async () => {
    for (const name of ['manifest.json', 'kernel.wasm', 'layers.bin', 'embeddings.bin', 'tokenizer.bin']) {
      files.set(name, await readWeights(name));
    }
    manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json'))) as Manifest;
  });

  /** Reads the good files but for those replaced; `undefined` stands for a missing file. */
  const reader = (replaced: Record<string, ArrayBuffer | undefined> = {}): ReadFile => {
    return async (name) => {
      const bytes = name in replaced ? replaced[name] : files.get(name);
      if (!bytes) throw new Error('no such file');
      return bytes;
    };
  };
  const withManifest = (change: object): ReadFile =>
    reader({ 'manifest.json': new TextEncoder().encode(JSON.stringify({ ...manifest, ...change })).buffer });
  const refusal = (readFile: ReadFile): Promise<unknown> =>
    load(readFile).then(
      () => 'loaded',
      (error: unknown) => error,
    );

  test('names the file that is missing', async () => {
    for (const name of files.keys()) {
      expect(await refusal(reader({ [name]: undefined }))).toMatchObject({
        name: 'EmbedderError',
        code: 'model_invalid',
        message: `${name}: cannot be read (no such file)`,
        cause: expect.any(Error),
      });
    }
  });

  test('names a truncated file with the sizes expected and found', async () => {
    for (const { name, bytes } of manifest.files) {
      expect(await refusal(reader({ [name]: files.get(name)!.slice(0, -1) }))).toMatchObject({
        code: 'model_invalid',
        message: `${name}: expected ${bytes} bytes, found ${bytes - 1}`,
      });
    }
  });

  test('names a file with one wrong bit, with the checksums expected and found', async () => {
    for (const { name, sha256 } of manifest.files) {
      const damaged = files.get(name)!.slice(0);
      new Uint8Array(damaged)[1000]! ^= 1;
      const error = await refusal(reader({ [name]: damaged }));
      expect(error).toMatchObject({ code: 'model_invalid' });
      expect(String(error)).toMatch(new RegExp(`${name}: expected SHA-256 ${sha256}, found [0-9a-f]{64}`));
    }
  });

  test('refuses a manifest of another version, format or shape', async () => {
    for (const [key, found, expected] of [
      ['id', 'kopru-e5-small@0', 'kopru-e5-small@1'],
      ['format', 2, 1],
      ['dimensions', 256, 384],
      ['maxTokens', undefined, 128],
    ] as const) {
      expect(await refusal(withManifest({ [key]: found }))).toMatchObject({
        code: 'model_invalid',
        message: `manifest.json: ${key}: expected ${expected}, found ${found}`,
      });
    }
  });

  test('refuses a manifest that is not JSON, lists nothing or leaves out a file', async () => {
    const page = new TextEncoder().encode('<!doctype html>').buffer;
    for (const [readFile, message] of [
      [reader({ 'manifest.json': page }), 'manifest.json: is not JSON'],
      [withManifest({ files: undefined }), 'manifest.json: has no list of files'],
      [withManifest({ files: [] }), 'manifest.json: does not list layers.bin'],
    ] as const) {
      expect(await refusal(readFile)).toMatchObject({ code: 'model_invalid', message });
    }
  });

  test('refuses a kernel that is no WebAssembly', async () => {
    const error = await refusal(reader({ 'kernel.wasm': new ArrayBuffer(8) }));
    expect(error).toMatchObject({ code: 'model_invalid' });
    expect(String(error)).toContain('kernel.wasm: cannot be compiled');
  });

  test('embeds with the good files', async () => {
    const [vector] = await (await load(reader())).embed(['Köprü']);
    expect(vector).toHaveLength(384);
  });
});
