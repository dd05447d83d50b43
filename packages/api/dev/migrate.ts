import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { D1Database } from '@cloudflare/workers-types';
import { unstable_splitSqlQuery } from 'wrangler';

/**
 * Applies the migrations of a folder that this database has not seen, in the order of their names,
 * each with its record in one transaction. The record is the table that `wrangler d1 migrations
 * apply` keeps, so that either may go on where the other left off.
 *
 * @param last name of the last migration to apply. @default all of them
 */
export async function migrate(db: D1Database, folder: string, last?: string): Promise<void> {
  await db
    .prepare(
      `CREATE TABLE IF NOT EXISTS d1_migrations (
         id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE,
         applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`,
    )
    .run();
  const { results } = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
  const applied = new Set(results.map(({ name }) => name));
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql') && (!last || name <= last)).sort();
  for (const name of names.filter((n) => !applied.has(n))) {
    const statements = unstable_splitSqlQuery(await readFile(join(folder, name), 'utf8'));
    await db.batch([
      ...statements.map((sql) => db.prepare(sql)),
      db.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name),
    ]);
  }
}
