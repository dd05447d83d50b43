import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { D1Database } from '@cloudflare/workers-types';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unstable_splitSqlQuery } from 'wrangler';
import { findCredential } from '../src/keys/store.ts';
import { getProfile } from '../src/profiles/store.ts';
import { migrate } from './migrate.ts';

const folder = fileURLToPath(new URL('../migrations', import.meta.url));
const fixtures = fileURLToPath(new URL('../test/fixtures/', import.meta.url));
const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();

/** Rows as the code of a version wrote them, in a file of the version's number. */
const written = new Set(await readdir(fixtures));

/** Lets a database live from the first version to this one, with data written at each. */
async function live(db: D1Database, version: number): Promise<void> {
  for (const name of names.slice(0, version)) {
    await migrate(db, folder, name);
    const data = `${name.slice(0, 4)}.sql`;
    if (!written.has(data)) continue;
    const statements = unstable_splitSqlQuery(await readFile(fixtures + data, 'utf8'));
    await db.batch(statements.map((sql) => db.prepare(sql)));
  }
}

/** Those at which data is written, and the last before this: between them a database goes through the same with the same in it. */
const versions = names.slice(1).flatMap((_, i) => {
  const isLast = i + 2 === names.length;
  return isLast || written.has(`${names[i]?.slice(0, 4)}.sql`) ? [i + 1] : [];
});

describe('a database of an earlier version, with data in it', () => {
  let miniflare: Miniflare;
  beforeAll(async () => {
    const databases = Object.fromEntries(versions.map((version) => [`V${version}`, `v${version}`]));
    miniflare = new Miniflare(
      convertV4MiniflareOptions({ modules: true, script: 'export default {}', d1Databases: databases }),
    );
    await miniflare.ready;
  });
  afterAll(() => miniflare?.dispose());

  test.each(versions)('is upgraded from version %i, and keeps its rows', async (version) => {
    const db = (await miniflare.getD1Database(`V${version}`)) as unknown as D1Database;
    await live(db, version);
    const before = await countRows(db);
    await migrate(db, folder);

    const after = await countRows(db);
    for (const [table, count] of Object.entries(before)) expect({ [table]: after[table] }).toEqual({ [table]: count });
    expect((await db.prepare('PRAGMA foreign_key_check').all()).results).toEqual([]);
    const { results } = await db.prepare('SELECT name FROM d1_migrations ORDER BY name').all<{ name: string }>();
    expect(results.map(({ name }) => name)).toEqual(names);

    // The code of today reads what the code of then wrote.
    const credential = await findCredential(db, 'a'.repeat(64), new Date());
    expect(credential).toMatchObject({ kind: 'secret', hub: { id: 'hub-1', sequence: 2 } });
    expect(await findCredential(db, 'b'.repeat(64), new Date())).toBeUndefined();
    if (version >= 2)
      expect(await getProfile(db, 'hub-1', 'startup', 'agri')).toMatchObject({ profile: { name: 'Topıraq' } });
  });
});

async function countRows(db: D1Database): Promise<Record<string, number>> {
  const { results } = await db
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'
       AND name <> 'd1_migrations'`,
    )
    .all<{ name: string }>();
  // Together: alone each takes as long as all do.
  const counted = await db.batch<{ n: number }>(
    results.map(({ name }) => db.prepare(`SELECT count(*) AS n FROM "${name}"`)),
  );
  return Object.fromEntries(results.map(({ name }, i) => [name, counted[i]?.results[0]?.n ?? 0]));
}
