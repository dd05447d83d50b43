import { readdir } from 'node:fs/promises';
import type { D1Database } from '@cloudflare/workers-types';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../packages/api/dev/index.ts';
import { dump, tablesOf } from './backup.ts';
import { type Database, localDatabase, type Row } from './database.ts';
import { restore } from './restore.ts';

const MIGRATIONS = 'packages/api/migrations';

let miniflare: Miniflare;
let d1: D1Database;
let db: Database;
let other: Database;
beforeAll(async () => {
  miniflare = new Miniflare(
    convertV4MiniflareOptions({ modules: true, script: 'export default {}', d1Databases: { ONE: '1', TWO: '2' } }),
  );
  d1 = (await miniflare.getD1Database('ONE')) as unknown as D1Database;
  await migrate(d1, MIGRATIONS);
  db = localDatabase(d1);
  other = localDatabase((await miniflare.getD1Database('TWO')) as unknown as D1Database);
  await d1.batch([
    d1.prepare("INSERT INTO hubs (id, name, sequence, created_at) VALUES ('h', 'It''s; a hub', 5, 'now')"),
    ...[1, 2, 3].map((i) =>
      d1
        .prepare(
          `INSERT INTO profiles (hub_id, kind, id, body, sequence, created_at, updated_at)
           VALUES ('h', 'startup', ?, ?, ?, 'now', 'now')`,
        )
        .bind(`p${i}`, JSON.stringify({ name: `Köprü ${i}`, pitch: `🌉 «ə ğ»;'\n-- `.repeat(20_000) }), i),
    ),
  ]);
});
afterAll(() => miniflare?.dispose());

const statements = async () => {
  const all: string[] = [];
  for await (const sql of dump(db)) all.push(sql);
  return all;
};
const text = async () => (await statements()).map((sql) => `${sql};\n`).join('');
const rows = async (database: Database): Promise<Record<string, Row[]>> => {
  const found: Record<string, Row[]> = {};
  for (const { name } of await tablesOf(database)) found[name] = await database.query(`SELECT * FROM "${name}"`);
  return found;
};

test('a backup holds every table, and no statement that D1 would refuse', async () => {
  expect(Math.max(...(await statements()).map((sql) => Buffer.byteLength(sql)))).toBeLessThan(100_000);
  expect((await tablesOf(db)).length).toBeGreaterThan(6);
  expect((await readdir(MIGRATIONS)).length).toBe((await db.query('SELECT * FROM d1_migrations')).length);
});

test('restored into an empty database it is the same, row by row, and has its indexes', async () => {
  await restore(other, await text());
  const { hubs, ...rest } = await rows(db);
  const restored = await rows(other);
  for (const [table, expected] of Object.entries(rest))
    expect({ [table]: restored[table] }).toEqual({ [table]: expected });
  expect(restored.hubs).toEqual(hubs);
  const indexes = "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name";
  expect(await other.query(indexes)).toEqual(await db.query(indexes));
});

test('restored over a newer state it keeps every no that was said since, and never counts backwards', async () => {
  await db.execute([
    `UPDATE profiles SET body = json_set(body, '$.status', 'active', '$.consent', json('{"matching":true}'))`,
    "INSERT INTO hubs (id, name, created_at) VALUES ('gone', 'Gone', 'now')",
    ...['k1', 'k2'].map(
      (id) => `INSERT INTO keys (id, hash, hub_id, kind, created_at) VALUES ('${id}', '${id}', 'h', 'secret', 'now')`,
    ),
    "INSERT INTO keys (id, hash, hub_id, kind, created_at) VALUES ('k3', 'k3', 'gone', 'secret', 'now')",
    ...['c1', 'c2'].map(
      (id) => `INSERT INTO consents (id, hub_id, kind, profile_id, purpose, release_text, text_version, text_language,
        given_by, method, given_at, recorded_at, recorded_by)
        VALUES ('${id}', 'h', 'startup', '${id === 'c1' ? 'p1' : 'p3'}', 'exchange', 0, '1', 'en', 'it''s me', 'form', 'now', 'now', 'secret')`,
    ),
  ]);
  const backup = await text();
  await db.execute([
    "UPDATE keys SET revoked_at = 'later' WHERE id = 'k1'",
    "UPDATE consents SET withdrawn_at = 'later' WHERE id = 'c1'",
    `UPDATE profiles SET body = json_set(body, '$.consent.matching', json('false')) WHERE id = 'p3'`,
    "DELETE FROM hubs WHERE id = 'gone'",
    "INSERT INTO erased_hubs (id, erased_at) VALUES ('gone', 'later')",
    "UPDATE hubs SET sequence = 40 WHERE id = 'h'",
    "DELETE FROM profiles WHERE id = 'p2'",
    "INSERT INTO deletions (hub_id, kind, id, sequence) VALUES ('h', 'startup', 'p2', 40)",
    "UPDATE profiles SET body = json_set(body, '$.name', 'New'), sequence = 39 WHERE id = 'p1'",
  ]);
  expect(await restore(db, backup)).toMatchObject({ kept: 6 });
  const { hubs, profiles, deletions, keys, consents, erased_hubs } = await rows(db);
  expect(keys).toMatchObject([
    { id: 'k1', revoked_at: 'later' },
    { id: 'k2', revoked_at: null },
  ]);
  expect(consents).toMatchObject([
    { id: 'c1', withdrawn_at: 'later' },
    { id: 'c2', withdrawn_at: null },
  ]);
  expect(profiles?.map(({ body }) => JSON.parse(String(body)).status)).toEqual(['active', 'active', 'paused']);
  expect(erased_hubs).toMatchObject([{ id: 'gone' }]);
  expect(profiles?.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
  expect(profiles?.[0]?.body).toContain('Köprü 1');
  expect(deletions).toMatchObject([{ id: 'p2', sequence: 40 }]);
  expect(Number(hubs?.[0]?.sequence)).toBeGreaterThan(40);
});

test('no snapshot is taken for that of the restored database', async () => {
  await db.execute(["INSERT INTO snapshots VALUES ('h', 'f', '', '', 'k', 'd', 9, '2026-11-28T00:00:00.000Z')"]);
  await restore(db, await text());
  expect((await rows(db)).snapshots ?? []).toEqual([]);
});

test('what is in Vectorize is told anew after a restore: the database no longer knows how far it was', async () => {
  await db.execute([
    "INSERT INTO vector_spaces (namespace, hub_id, state, epoch, sent, marked, visible) VALUES ('n', 'h', 'on', 'e', 9, 9, 9)",
    "INSERT INTO sent_vectors (namespace, kind, id, key, windows) VALUES ('n', 'startup', 'p1', 'k', 2)",
  ]);
  await restore(db, await text());
  const { vector_spaces: spaces, sent_vectors: sent } = await rows(db);
  expect(spaces).toMatchObject([{ namespace: 'n', state: 'filling', sent: 0, marked: 0, visible: 0 }]);
  expect(spaces?.[0]?.epoch).not.toBe('e');
  // So that they can still be deleted.
  expect(sent).toMatchObject([{ id: 'p1', windows: 2 }]);
});
