import { createVectorIndex } from '@kopru/sdk/engine';
import { vectorIndexConformance } from '@kopru/sdk/engine/conformance';
import scan from '@kopru/sdk/engine/scan.wasm';
import { describe, expect, test } from 'vitest';

describe('the index of the kernel in workerd', () => {
  for (const { name, run } of vectorIndexConformance((dimensions) => createVectorIndex(dimensions, scan)))
    test(name, run);

  test('gives the lists that JavaScript gives, to the bit', () => {
    const vector = (seed: number) =>
      Int8Array.from({ length: 384 }, (_, d) => Math.round(127 * Math.sin(seed * 7.13 + d * 2.71)));
    const indexes = [createVectorIndex(384, scan), createVectorIndex(384, null)];
    for (const index of indexes) for (let i = 0; i < 500; i++) index.set(`p${i}`, [vector(i), vector(i + 0.5)]);
    const [kernel, plain] = indexes.map((index) => index.search([vector(0.2), vector(77.7)], 50));
    expect(kernel).toHaveLength(50);
    expect(kernel).toEqual(plain);
  });
});
