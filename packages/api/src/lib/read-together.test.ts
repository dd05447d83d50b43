import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Bindings } from '../env.ts';
import type { Queryable } from './queryable.ts';
import { readTogether } from './read-together.ts';

const { DB } = env as unknown as Bindings;

/** D1, and how many statements each of its batches had. */
function counted() {
  const batches: number[] = [];
  const db: Queryable = {
    prepare: (sql) => DB.prepare(sql),
    batch: (statements) => {
      batches.push(statements.length);
      return DB.batch(statements);
    },
  };
  return { batches, db: readTogether(db) };
}

const value = (db: Queryable, n: number) => db.prepare('SELECT ? AS n').bind(n).first<number>('n');

test('reads that are begun together are one batch, each with its own answer', async () => {
  const { batches, db } = counted();
  const answers = await Promise.all([
    value(db, 1),
    db.batch<{ n: number }>([db.prepare('SELECT 2 AS n'), db.prepare('SELECT ? AS n').bind(3)]),
    db.prepare('SELECT 4 AS n UNION ALL SELECT 5').all<{ n: number }>(),
    db.prepare('SELECT 6 AS n, 7 AS m').first(),
    db.prepare('SELECT 8 AS n WHERE 0').first(),
    db.prepare('SELECT 8 AS n WHERE 0').first('n'),
  ]);
  expect(answers).toMatchObject([
    1,
    [{ results: [{ n: 2 }] }, { results: [{ n: 3 }] }],
    { results: [{ n: 4 }, { n: 5 }] },
    { n: 6, m: 7 },
    null,
    null,
  ]);
  expect(batches).toEqual([7]);
});

test('a read that waits for another goes out after it', async () => {
  const { batches, db } = counted();
  const first = (await value(db, 1)) as number;
  expect(await Promise.all([value(db, first + 1), value(db, first + 2)])).toEqual([2, 3]);
  expect(batches).toEqual([1, 2]);
});

test('where one fails all that were begun with it fail, and those after it do not', async () => {
  const { db } = counted();
  const outcomes = await Promise.allSettled([value(db, 1), db.prepare('SELECT * FROM nothing').all()]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await value(db, 2)).toBe(2);
});
