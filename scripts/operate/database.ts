/**
 * A D1 database as backup and restore see it: the local one of `npm start`, or the deployed one.
 *
 * @module
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { D1Database } from '@cloudflare/workers-types';
import { jsonIn, type Wrangler } from './wrangler.ts';

export type Row = Record<string, string | number | null>;

export interface Database {
  query(sql: string): Promise<Row[]>;
  /** Runs statements in their order. */
  execute(statements: readonly string[]): Promise<void>;
}

/** Statements of one transaction. */
const BATCH = 200;

export const localDatabase = (db: D1Database): Database => ({
  query: async (sql) => (await db.prepare(sql).all<Row>()).results,
  execute: async (statements) => {
    for (let i = 0; i < statements.length; i += BATCH) {
      const batch = ['PRAGMA defer_foreign_keys = on', ...statements.slice(i, i + BATCH)];
      await db.batch(batch.map((sql) => db.prepare(sql)));
    }
  },
});

/** @param config path of the configuration that names the deployed database. */
export const remoteDatabase = (wrangler: Wrangler, config: string): Database => {
  const d1 = ['d1', 'execute', 'DB', '--remote', '--env', 'production', '--config', config, '--yes'];
  return {
    query: async (sql) => {
      const [answer] = jsonIn(wrangler([...d1, '--json', '--command', sql])) as { results: Row[] }[];
      return answer?.results ?? [];
    },
    execute: async (statements) => {
      const folder = await mkdtemp(join(tmpdir(), 'kopru-d1-'));
      try {
        const file = join(folder, 'statements.sql');
        await writeFile(file, statements.map((sql) => `${sql};\n`).join(''), { mode: 0o600 });
        wrangler([...d1, '--file', file]);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
};
