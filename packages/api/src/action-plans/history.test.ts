import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesBetween, historyOf } from './history.ts';
import type { Version } from './store.ts';

test('items are known by their ids, so that one in between changes no other', () => {
  const action = (id: string, status: string) => ({ id, status, countries: ['AZ'] });
  const from = { title: { en: 'Plan' }, actions: [action('a', 'planned'), action('b', 'planned')] };
  const to = {
    title: { en: 'Plan', tr: 'Plan' },
    actions: [action('n', 'planned'), action('a', 'done'), action('b', 'planned')],
  };
  expect(changesBetween(from, to)).toEqual([
    { path: '/title/tr', to: 'Plan' },
    { path: '/actions/a/status', from: 'planned', to: 'done' },
    { path: '/actions/n', to: action('n', 'planned') },
  ]);
  expect(changesBetween({ a: [{ id: 'x' }, { id: 'y' }] }, { a: [{ id: 'y' }, { id: 'x' }] })).toHaveLength(1);
  expect(changesBetween({ 'a/b': 1 }, {})).toEqual([{ path: '/a~1b', from: 1 }]);
});

test('nothing differs from itself, and what differs is told', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(changesBetween(a, a)).toEqual([]);
      expect(changesBetween(a, b).length > 0).toBe(JSON.stringify(a) !== JSON.stringify(b));
    }),
  );
});

test('a history is read some versions at a time, each against the one before', async () => {
  for (const count of [1, 19, 20, 21, 40, 45]) {
    const versions = Array.from({ length: count }, (_, i) => {
      const plan = { title: { en: `${count - i}` }, isPublic: false, actions: [] };
      return {
        version: count - i,
        at: '2026-01-01T00:00:00Z',
        by: { kind: 'secret', id: 'k' },
        plan,
      } satisfies Version;
    });
    const { items } = await historyOf(async (before, limit) => {
      expect(limit).toBeLessThanOrEqual(20);
      return versions.filter(({ version }) => version < before).slice(0, limit);
    });
    expect(items.map(({ version }) => version)).toEqual(versions.map(({ version }) => version));
    expect(items.map(({ changes }) => changes)).toEqual(
      versions.map(({ version }) =>
        version === 1 ? [] : [{ path: '/title/en', from: `${version - 1}`, to: `${version}` }],
      ),
    );
  }
});
