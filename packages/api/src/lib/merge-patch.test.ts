import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergePatch } from './merge-patch.ts';

/** The examples of RFC 7396, appendix A. */
const EXAMPLES: [target: unknown, patch: unknown, result: unknown][] = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [
    ['a', 'b'],
    ['c', 'd'],
    ['c', 'd'],
  ],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

test.each(EXAMPLES)('%j with %j is %j', (target, patch, result) => {
  expect(mergePatch(target, patch)).toEqual(result);
});

test('a patch that is nested too deep is refused', () => {
  const nested = (depth: number) => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
  expect(mergePatch({}, nested(20))).toEqual(nested(20));
  for (const depth of [21, 30_000])
    expect(() => mergePatch({}, nested(depth))).toThrow(expect.objectContaining({ code: 'invalid_request' }));
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A patch read as single changes: at this path, this value; null removes, `{}` only makes sure of an object. */
function changes(patch: unknown, path: readonly string[] = []): [path: readonly string[], value: unknown][] {
  if (!isObject(patch)) return [[path, patch]];
  return [[path, {}], ...Object.entries(patch).flatMap(([name, value]) => changes(value, [...path, name]))];
}

/** The reference: one change after the other, on a copy. */
function applied(target: unknown, patch: unknown): unknown {
  const root = { root: structuredClone(target) as unknown };
  for (const [path, value] of changes(patch)) {
    const names = ['root', ...path];
    const last = names.pop() as string;
    const parent = names.reduce<Record<string, unknown>>((at, name) => at[name] as Record<string, unknown>, root);
    if (isObject(value)) parent[last] = isObject(parent[last]) ? parent[last] : {};
    else if (value === null && path.length > 0) delete parent[last];
    else parent[last] = structuredClone(value);
  }
  return root.root;
}

describe('any patch on any document', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd');
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.string(), fc.array(fc.integer(), { maxLength: 3 })),
      fc.dictionary(name, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));

  test('does what its single changes do one after the other', () => {
    fc.assert(
      fc.property(tree, tree, (target, patch) => {
        expect(mergePatch(target, patch)).toEqual(applied(target, patch));
      }),
      { numRuns: 1000 },
    );
  });

  test('leaves target and patch as they are, and done twice is done once', () => {
    fc.assert(
      fc.property(tree, tree, (target, patch) => {
        const before = JSON.stringify([target, patch]);
        const once = mergePatch(target, patch);
        expect(JSON.stringify([target, patch])).toBe(before);
        expect(mergePatch(once, patch)).toEqual(once);
      }),
    );
  });

  test('a field named __proto__ is a field', () => {
    const patched = mergePatch({}, JSON.parse('{"__proto__": {"polluted": true}}'));
    expect(JSON.stringify(patched)).toBe('{"__proto__":{"polluted":true}}');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
