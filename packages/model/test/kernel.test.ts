import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileKernel } from '../build-kernel.ts';
import { createKernel, type Kernel, WEIGHT_FILES } from '../src/kernel.ts';
import { cosine, REFERENCE, readWeights } from './fixtures.ts';
import { encodePlainly } from './plain-encoder.ts';

describe('the kernel', () => {
  let kernel: Kernel;

  const one = (ids: readonly number[]): Float32Array => kernel.encode([ids])[0] as Float32Array;

  beforeAll(async () => {
    kernel = await createKernel(await WebAssembly.compile(await readWeights('kernel.wasm')));
    for (const name of WEIGHT_FILES) kernel.load(name, await readWeights(name));
  });

  test('is what the compiler makes of assembly/ (otherwise run build-kernel.ts)', async () => {
    const committed = await readFile(new URL('../weights/kernel.wasm', import.meta.url));
    expect(Buffer.compare(Buffer.from(await compileKernel()), committed)).toBe(0);
  });

  test('agrees with the same arithmetic in plain double precision', async () => {
    const [embeddings, layers] = [await readWeights('embeddings.bin'), await readWeights('layers.bin')];
    // short texts, of a length of every remainder by four, with unknown pieces and tall activations among them
    const texts = REFERENCE.filter(({ ids }) => ids.length <= 12);
    expect(new Set(texts.map(({ ids }) => ids.length % 4)).size).toBe(4);
    for (const { ids } of texts) {
      expect(cosine(one(ids), encodePlainly(embeddings, layers, ids))).toBeGreaterThan(0.99999);
    }
  });

  test('gives the same vector whatever was encoded before, and never the buffer of another call', () => {
    const [a, b] = [REFERENCE[0]!.ids, REFERENCE.find(({ ids }) => ids.length === 128)!.ids];
    const first = one(a.slice(0, 5));
    const kept = first.slice();
    one(b);
    expect(first).toEqual(kept);
    expect(one(a.slice(0, 5))).toEqual(kept);
  });

  test('gives each text of a batch the vector that it has alone', () => {
    // Of every length that there is, once or twice, so that some fill what is encoded at once, and some are left over.
    const texts = Map.groupBy(REFERENCE, ({ ids }) => ids.length)
      .values()
      .flatMap((same) => same.slice(0, 2).map(({ ids }) => ids))
      .toArray();
    expect(kernel.encode(texts)).toEqual(texts.map(one));
    expect(kernel.encode(Array.from({ length: 70 }, () => texts[0]!.slice(0, 1)))).toHaveLength(70);
    expect(kernel.encode([])).toEqual([]);
  });

  test('holds weights and activations in less than 40 MB, and does not grow', () => {
    expect(kernel.memoryBytes).toBeLessThan(40e6);
    expect(kernel.vocabulary).toBe(70_095);
  });

  test('refuses weights of another size', () => {
    expect(() => kernel.load('layers.bin', new ArrayBuffer(64))).toThrow(
      /layers\.bin: the kernel expects \d+ bytes, found 64/,
    );
  });
});
