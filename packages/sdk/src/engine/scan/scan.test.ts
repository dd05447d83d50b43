import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanFiles } from '../../../build-scan.ts';
import { vectorIndexConformance } from '../conformance/index.ts';
import type { Vector } from '../embed.ts';
import { createVectorIndex, type Hit, nearest } from '../vector-index.ts';
import { SCAN_BASE64 } from './bytes.ts';
import { createRows, norm } from './rows.ts';
import { createScanner } from './scanner.ts';

const inPackage = (path: string) => readFile(new URL(`../../../${path}`, import.meta.url));

test('the files are what the compiler makes of assembly/ (otherwise run build-scan.ts)', async () => {
  for (const [path, made] of Object.entries(await scanFiles()))
    expect(Buffer.compare(Buffer.from(made), await inPackage(path)), path).toBe(0);
});

test('the kernel takes less than 4 kB, below which every browser compiles at once, and asks for nothing', async () => {
  const module = new WebAssembly.Module(new Uint8Array(await inPackage('src/engine/scan/scan.wasm')));
  expect((await inPackage('src/engine/scan/scan.wasm')).length).toBeLessThan(4096);
  expect(Buffer.from(SCAN_BASE64, 'base64')).toEqual(await inPackage('src/engine/scan/scan.wasm'));
  expect(WebAssembly.Module.imports(module)).toEqual([]);
});

test('it is what scans where nothing else is asked for', () => {
  expect(createScanner().memory).toBeInstanceOf(WebAssembly.Memory);
  expect(createScanner(null).memory).not.toBeInstanceOf(WebAssembly.Memory);
});

describe('the index in JavaScript', () => {
  for (const { name, run } of vectorIndexConformance((dimensions) => createVectorIndex(dimensions, null)))
    test(name, run);
});

/** What an index must give, from the definitions and a sort of all. */
function expected(
  content: ReadonlyMap<string, { readonly vectors: readonly Vector[]; readonly marks: readonly string[] }>,
  query: readonly Vector[],
  limit: number,
  accept: (id: string) => boolean,
  marked: readonly (readonly string[])[],
): Hit[] {
  const single = (a: Vector, b: Vector) =>
    a.reduce((sum, x, d) => sum + x * (b[d] as number), 0) / (norm(a) * Math.fround(norm(b)));
  return [...content]
    .filter(([id, { marks }]) => accept(id) && marked.every((group) => group.some((mark) => marks.includes(mark))))
    .map(([id, { vectors }]) => ({
      id,
      cosine: Math.max(-1, ...query.flatMap((q) => vectors.map((vector) => single(q, vector)))),
    }))
    .sort((a, b) => b.cosine - a.cosine || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

const MARKS = ['a', 'b', 'c', 'd'];
const marks = fc.subarray(MARKS);
/** Of few different values in few dimensions, so that many are equal, opposite or zero; or of any. */
const vectorOf = (dimensions: number) =>
  fc.oneof(
    fc.int8Array({ minLength: dimensions, maxLength: dimensions, min: -1, max: 1 }),
    fc.int8Array({ minLength: dimensions, maxLength: dimensions }),
  );
const history = fc.constantFrom(1, 3, 16, 20, 384).chain((dimensions) => {
  const vector = vectorOf(dimensions);
  return fc.record({
    dimensions: fc.constant(dimensions),
    steps: fc.array(
      fc.record({
        id: fc.nat(45),
        vectors: fc.option(fc.array(vector, { maxLength: 3 }), { freq: 4 }),
        marks,
      }),
      { maxLength: 90 },
    ),
    query: fc.array(vector, { maxLength: 3 }),
    limit: fc.nat(50),
    refused: fc.uniqueArray(fc.nat(45)),
    marked: fc.array(marks, { maxLength: 2 }),
  });
});

test('the kernel and JavaScript give what the definition says, to the bit and in order, whatever was written and removed', () => {
  fc.assert(
    fc.property(history, ({ dimensions, steps, query, limit, refused, marked }) => {
      const indexes = [createVectorIndex(dimensions), createVectorIndex(dimensions, null)];
      const content = new Map<string, { vectors: Vector[]; marks: string[] }>();
      for (const { id, vectors, marks } of steps) {
        for (const index of indexes) vectors ? index.set(`p${id}`, vectors, marks) : index.delete(`p${id}`);
        if (vectors) content.set(`p${id}`, { vectors, marks });
        else content.delete(`p${id}`);
      }
      const accept = (id: string) => !refused.includes(Number(id.slice(1)));
      const hits = expected(content, query, limit, accept, marked);
      for (const index of indexes) {
        expect(index.size).toBe(content.size);
        expect(index.search(query, limit, accept, marked)).toEqual(hits);
      }
    }),
    { numRuns: 300 },
  );
});

test('thousands of rows, most of which are refused, are ranked as by a sort of all', () => {
  const random = (seed: number) => Math.sin(seed * 12.9898) * 43758.5453;
  const vector = (seed: number) =>
    Int8Array.from({ length: 48 }, (_, d) => Math.round(254 * (random(seed + d * 0.37) % 1)));
  const content = new Map<string, { vectors: Vector[]; marks: string[] }>();
  const [kernel, plain] = [createVectorIndex(48), createVectorIndex(48, null)];
  for (let i = 0; i < 5000; i++) {
    const entry = { vectors: i % 5 ? [vector(i)] : [vector(i), vector(-i)], marks: [`m${i % 10}`] };
    content.set(`p${i}`, entry);
    for (const index of [kernel, plain]) index.set(`p${i}`, entry.vectors, entry.marks);
  }
  const query = [vector(0.5), vector(0.7)];
  const seventh = (id: string) => Number(id.slice(1)) % 7 === 0;
  for (const marked of [[], [['m1', 'm2']], [['m3'], ['m3', 'm4']]]) {
    const hits = expected(content, query, 200, seventh, marked);
    expect(kernel.search(query, 200, seventh, marked)).toEqual(hits);
    expect(plain.search(query, 200, seventh, marked)).toEqual(hits);
  }
});

test('of ids that are not near, none is asked about', () => {
  const index = createVectorIndex(2);
  for (let i = 0; i < 1000; i++) index.set(`p${i}`, [Int8Array.of(127, i % 128)]);
  const asked: string[] = [];
  index.search([Int8Array.of(127, 0)], 5, (id) => asked.push(id) > 0);
  expect(asked).toHaveLength(5);
});

test('a cosine is that of `nearest`, but for the length of a row, which is kept in single precision', () => {
  fc.assert(
    fc.property(fc.array(vectorOf(8), { minLength: 1 }), vectorOf(8), (own, query) => {
      const index = createVectorIndex(8);
      index.set('own', own);
      expect(index.search([query], 1)[0]?.cosine).toBeCloseTo(nearest(own, [query]), 6);
    }),
  );
});

test('rows take 8 bytes beside the vector, 13 while they are searched, and an eighth more to grow into', () => {
  const rows = createRows(384, createScanner());
  for (let i = 0; i < 20_000; i++) {
    rows.reserve(i + 1);
    rows.append(new Int8Array(384).fill(i), i);
  }
  expect(rows.memoryBytes).toBeLessThan(20_000 * (384 + 8 + 13) * 1.125 + 2 * 65_536);
  const before = rows.memoryBytes;
  expect(rows.scan([new Int8Array(384).fill(1)], undefined).scores).toHaveLength(20_000);
  expect(rows.memoryBytes).toBe(before);
});
