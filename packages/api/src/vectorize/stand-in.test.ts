import type { VectorizeVector } from '@cloudflare/workers-types';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../test/vectorize/limits.ts';
import { type StandIn, standIn } from '../../test/vectorize/stand-in.ts';

const INDEXES = [
  { name: 'kind', type: 'string' },
  { name: 'part', type: 'number' },
  { name: 'open', type: 'boolean' },
] as const;
const make = (more: object = {}) => standIn({ dimensions: 3, metadataIndexes: INDEXES, ...more });
const vector = (id: string, values: number[] = [1, 0, 0], more: Partial<VectorizeVector> = {}): VectorizeVector => ({
  id,
  values,
  ...more,
});
const many = (count: number) => Array.from({ length: count }, (_, i) => vector(`v${i}`, [1, i / count, 0]));
const ids = async (of: StandIn, query: number[], asked: object = {}) =>
  (await of.query(query, asked)).matches.map(({ id }) => id);
async function holding(...vectors: VectorizeVector[]) {
  const index = make();
  await index.upsert(vectors);
  index.settle();
  return index;
}

describe('mutations', () => {
  test('are taken in order and are seen by nobody before they are worked off', async () => {
    const index = make();
    const { mutationId } = await index.upsert([vector('a')]);
    const second = await index.deleteByIds(['a']);
    expect(await ids(index, [1, 0, 0])).toEqual([]);
    expect(await index.getByIds(['a'])).toEqual([]);
    index.settle(1);
    expect(await ids(index, [1, 0, 0])).toEqual(['a']);
    expect(await index.describe()).toMatchObject({ vectorCount: 1, dimensions: 3, processedUpToMutation: mutationId });
    index.settle();
    expect(await ids(index, [1, 0, 0])).toEqual([]);
    expect(await index.describe()).toMatchObject({ vectorCount: 0, processedUpToMutation: second.mutationId });
  });

  test('hold what was given then, as float32', async () => {
    const index = make();
    const given = vector('a', [0.1, 0, 0], { metadata: { kind: 'x' } });
    await index.upsert([given]);
    (given.metadata as Record<string, string>).kind = 'y';
    index.settle();
    const [kept] = await index.getByIds(['a']);
    expect(kept).toMatchObject({ id: 'a', metadata: { kind: 'x' } });
    expect(kept?.values[0]).toBe(Math.fround(0.1));
  });

  test('an insert keeps a vector that is there; an upsert puts its own in its place, metadata and all', async () => {
    const index = await holding(vector('a', [1, 0, 0], { metadata: { kind: 'x' } }));
    await index.insert([vector('a', [0, 1, 0])]);
    index.settle();
    expect((await index.getByIds(['a']))[0]?.metadata).toEqual({ kind: 'x' });
    await index.upsert([vector('a', [0, 1, 0])]);
    index.settle();
    expect((await index.getByIds(['a']))[0]).not.toHaveProperty('metadata');
  });
});

describe('queries', () => {
  test('give the nearest first, five where no number is asked for, without values and metadata', async () => {
    const index = await holding(...many(9));
    const { count, matches } = await index.query([1, 0, 0]);
    expect([count, matches.map(({ id }) => id)]).toEqual([5, ['v0', 'v1', 'v2', 'v3', 'v4']]);
    expect(matches[0]).toEqual({ id: 'v0', score: 1 });
  });

  test('look into one namespace where one is named', async () => {
    const index = await holding(vector('a', [1, 0, 0], { namespace: 'x' }), vector('b', [1, 0, 0], { namespace: 'y' }));
    expect(await ids(index, [1, 0, 0], { namespace: 'x' })).toEqual(['a']);
    expect(await ids(index, [1, 0, 0])).toEqual(['a', 'b']);
  });

  test.each([
    [{ kind: 's' }, ['a', 'd']],
    [{ kind: { $eq: 's' } }, ['a', 'd']],
    [{ kind: { $ne: 's' } }, ['b', 'c']],
    [{ kind: { $in: ['s', 'i'] } }, ['a', 'b', 'd']],
    [{ kind: { $nin: ['s', 'i'] } }, ['c']],
    [{ part: { $gte: 1, $lt: 3 } }, ['b', 'd']],
    [{ part: { $gt: 1 } }, ['d']],
    [{ part: { $lte: 1 } }, ['a', 'b']],
    [{ open: true }, ['a']],
    [{ kind: 's', part: 0 }, ['a']],
    [{ open: null }, ['b', 'c', 'd']],
  ])('filter by %j', async (filter, expected) => {
    const index = await holding(
      vector('a', [1, 0, 0], { metadata: { kind: 's', part: 0, open: true } }),
      vector('b', [1, 0, 0], { metadata: { kind: 'i', part: 1 } }),
      // Arrays are in no index.
      vector('c', [1, 0, 0], { metadata: { kind: ['s', 'i'] } }),
      vector('d', [1, 0, 0], { metadata: { kind: 's', part: 2 } }),
    );
    expect(await ids(index, [1, 0, 0], { filter, topK: 10 })).toEqual(expected);
  });

  test('a filter comes before topK, and sees the first 64 bytes of a string in whole letters', async () => {
    const long = 'ə'.repeat(40);
    const index = await holding(...many(200), vector('last', [-1, 0, 0], { metadata: { kind: long } }));
    expect(await ids(index, [1, 0, 0], { topK: 1, filter: { kind: 'ə'.repeat(32) } })).toEqual(['last']);
    expect(await ids(index, [1, 0, 0], { topK: 1, filter: { kind: long } })).toEqual([]);
  });

  test('indexed metadata comes with all hundred, whole metadata and values with fifty', async () => {
    const index = await holding(vector('a', [1, 0, 0], { metadata: { kind: 's', note: 'n' } }), ...many(120));
    const told = async (asked: object) => (await index.query([1, -1, 0], asked)).matches.find(({ id }) => id === 'a');
    expect(await told({ topK: 100, returnMetadata: 'indexed' })).toMatchObject({ metadata: { kind: 's', part: null } });
    expect(await told({ topK: 50, returnMetadata: 'all' })).toMatchObject({ metadata: { kind: 's', note: 'n' } });
    expect((await told({ topK: 50, returnValues: true }))?.values).toEqual(Float32Array.of(1, 0, 0));
  });

  test('scores are approximate without values, and exact with them', async () => {
    const index = make({ approximate: (score: number) => score - 0.5 });
    await index.upsert([vector('a')]);
    index.settle();
    expect((await index.query([1, 0, 0])).matches[0]?.score).toBe(0.5);
    expect((await index.query([1, 0, 0], { returnValues: true })).matches[0]?.score).toBe(1);
  });

  test('a vector that is there may be asked about by its id', async () => {
    const index = await holding(vector('a'), vector('b', [0, 1, 0]));
    expect((await index.queryById('b', { topK: 1 })).matches.map(({ id }) => id)).toEqual(['b']);
    expect((await index.queryById('none')).matches).toEqual([]);
  });
});

describe('limits', () => {
  const long = 'x'.repeat(65);
  const upsert =
    (...vectors: VectorizeVector[]) =>
    (of: StandIn) =>
      of.upsert(vectors);
  const query =
    (asked: object, values = [1, 0, 0]) =>
    (of: StandIn) =>
      of.query(values, asked);
  test.each<[string, (of: StandIn) => Promise<unknown>, RegExp]>([
    ['vectors of a batch', (of) => of.upsert(many(1001)), /VECTOR_UPSERT_ERROR.* max is 1000, got 1001/],
    ['vectors of an insert', (of) => of.insert(many(1001)), /VECTOR_INSERT_ERROR.* max is 1000, got 1001/],
    ['an id', upsert(vector(long)), /code = 40008\): id too long; max is 64 bytes, got 65 bytes/],
    ['an id in bytes', upsert(vector('ə'.repeat(33))), /40008.*got 66 bytes/],
    ['dimensions', upsert(vector('a', [1, 0])), /40012.*id="a", expected 3 dimensions, and got 2/],
    ['no number', upsert(vector('a', [1, Number.NaN, 0])), /40023/],
    ['a namespace', upsert(vector('a', [1, 0, 0], { namespace: long })), /namespace too long/],
    ['metadata', upsert(vector('a', [1, 0, 0], { metadata: { a: 'x'.repeat(10_240) } })), /code = 40016/],
    ['a key of metadata with a dot', upsert(vector('a', [1, 0, 0], { metadata: { 'a.b': 1 } })), /metadata key/],
    ['a key of metadata with a dollar', upsert(vector('a', [1, 0, 0], { metadata: { $a: 1 } })), /metadata key/],
    ['an empty key of metadata', upsert(vector('a', [1, 0, 0], { metadata: { '': 1 } })), /metadata key/],
    [
      'ids to delete',
      (of) => of.deleteByIds(many(101).map(({ id }) => id)),
      /DELETE_ERROR \(code = 40007\).*100, got 101/,
    ],
    ['ids to get', (of) => of.getByIds(many(21).map(({ id }) => id)), /GET_ERROR \(code = 40007\).*20, got 21/],
    ['an id to delete', (of) => of.deleteByIds([long]), /DELETE_ERROR \(code = 40008\)/],
    ['dimensions of a query', query({}, [1, 0]), /40006.*expected 3 dimensions, and got 2/],
    ['topK', query({ topK: 101 }), /40025.*max top K is 100, but got 101/],
    ['topK with values', query({ topK: 51, returnValues: true }), /40025.*max top K is 50, but got 51/],
    ['topK with metadata', query({ topK: 51, returnMetadata: 'all' }), /40025.*max top K is 50/],
    ['no results', query({ topK: 0 }), /40025/],
    ['metadata as a boolean', query({ returnMetadata: false }), /40026/],
    ['the namespace of a query', query({ namespace: long }), /namespace too long/],
    ['an empty filter', query({ filter: {} }), /not be empty/],
    ['a long filter', query({ filter: { kind: { $in: ['x'.repeat(2048)] } } }), /less than 2048 bytes/],
    ['a property without an index', query({ filter: { note: 'x' } }), /no metadata index for note/],
    ['a key of a filter with a dollar', query({ filter: { $kind: 'x' } }), /invalid filter key/],
    ['a key of a filter with a quote', query({ filter: { 'a"': 'x' } }), /invalid filter key/],
    ['a long key of a filter', query({ filter: { ['k'.repeat(513)]: 1 } }), /invalid filter key/],
    ['an operator that is none', query({ filter: { kind: { $like: 'x' } } }), /invalid operator/],
    ['a list for $eq', query({ filter: { kind: { $eq: ['x'] } } }), /invalid operator or value/],
    ['a word for $in', query({ filter: { kind: { $in: 'x' } } }), /invalid operator or value/],
    ['a boolean in a range', query({ filter: { open: { $gt: true } } }), /takes a string or a number/],
    ['two lower bounds', query({ filter: { part: { $gt: 1, $gte: 1 } } }), /cannot be combined/],
    ['a range and $ne', query({ filter: { part: { $gt: 1, $ne: 2 } } }), /cannot be combined/],
  ])('%s', async (_, exceed, error) => {
    const index = make();
    await expect(exceed(index)).rejects.toThrow(error);
    expect(index.waiting).toBe(0);
  });

  test('what is just within them is taken', async () => {
    const index = make();
    await index.upsert(many(LIMITS.upsertBatch));
    await index.upsert([
      vector('x'.repeat(64), [1, 0, 0], { namespace: 'n'.repeat(64), metadata: { a: 'x'.repeat(10_232) } }),
    ]);
    index.settle();
    expect((await index.query([1, 0, 0], { topK: 100, filter: { kind: null } })).count).toBe(100);
    expect(await index.getByIds(many(20).map(({ id }) => id))).toHaveLength(20);
    await index.deleteByIds(many(100).map(({ id }) => id));
    index.settle();
    expect(index.ids).toHaveLength(901);
  });

  test('dimensions and metadata indexes of the index', () => {
    expect(() => standIn({ dimensions: 1537 })).toThrow('at most 1536 dimensions');
    const indexes = Array.from({ length: 11 }, (_, i) => ({ name: `i${i}`, type: 'string' as const }));
    expect(() => standIn({ dimensions: 3, metadataIndexes: indexes })).toThrow('at most 10 metadata indexes');
  });

  test('vectors and namespaces of the whole index: what is beyond is not there', async () => {
    const index = make({ vectors: 2, namespaces: 1 });
    await index.upsert([vector('a', [1, 0, 0], { namespace: 'x' }), vector('b', [1, 0, 0], { namespace: 'y' })]);
    await index.upsert(['c', 'd'].map((id) => vector(id, [1, 0, 0], { namespace: 'x' })));
    index.settle();
    expect(index.ids).toEqual(['a', 'c']);
  });
});
