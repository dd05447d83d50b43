import { unstable_splitSqlQuery } from 'wrangler';
import { tablesOf } from './backup.ts';
import type { Database, Row } from './database.ts';

/** Columns that say no where they are set: a key, a consent or an agreement that was taken back. */
const TAKEN_BACK = [
  ['keys', 'revoked_at'],
  ['consents', 'withdrawn_at'],
  ['agreements', 'ended_at'],
] as const;

const MAY_NOT_BE_SHOWN = `json_extract(body, '$.status') IS NOT 'active' OR json_extract(body, '$.consent.matching') IS NOT 1`;

/** Rows of one statement: with the longest ids they stay far below the 100 kB of SQL that D1 takes. */
const ROWS = 100;

/**
 * Puts a database in the state of a backup, whatever it holds, but for every no that was said since:
 * what was revoked, withdrawn, ended or hidden stays so, and what was erased is erased again by the jobs
 * `replay-deletions` and `erase-hubs`, whose lists are kept. Hubs go on counting where they were,
 * so that no mirror takes an old number for a new one.
 *
 * @returns how many tables there are then, and how many noes were kept.
 */
export async function restore(db: Database, sql: string): Promise<{ tables: number; kept: number }> {
  const before = await tablesOf(db);
  const noes = before.some(({ name }) => name === 'hubs') ? await readNoes(db, before) : [];
  await db.execute(before.toReversed().map(({ name }) => `DROP TABLE "${name}"`));
  await db.execute(unstable_splitSqlQuery(sql));
  const after = await tablesOf(db);
  const there = new Set(after.map(({ name }) => name));
  const kept = noes.filter(({ table }) => there.has(table));
  await db.execute(kept.flatMap(({ rows, apply }) => chunks(rows).map((part) => apply(list(part)))));
  // Snapshots in KV are of another time: what was taken back since would be in them.
  if (there.has('snapshots')) await db.execute(['DELETE FROM snapshots']);
  // Vectorize holds what the database no longer knows: its spaces are filled anew.
  if (there.has('vector_spaces'))
    await db.execute([
      "UPDATE vector_spaces SET state = 'filling', epoch = lower(hex(randomblob(16))), sent = 0, marked = 0, visible = 0",
    ]);
  const count = kept.filter(({ table }) => table !== 'hubs').reduce((sum, { rows }) => sum + rows.length, 0);
  return { tables: after.length, kept: count };
}

/** What is to hold after a restore as before it: rows of the table, and the statement that applies some of them. */
interface Noes {
  readonly table: string;
  readonly rows: readonly Row[];
  readonly apply: (rows: string) => string;
}

async function readNoes(db: Database, tables: readonly { name: string }[]): Promise<Noes[]> {
  const has = (table: string) => tables.some(({ name }) => name === table);
  const read = async (table: string, query: string, apply: Noes['apply']): Promise<Noes[]> =>
    has(table) ? [{ table, rows: await db.query(query), apply }] : [];
  return [
    ...(await read(
      'hubs',
      'SELECT id, sequence FROM hubs',
      (rows) => `UPDATE hubs SET sequence = max(hubs.sequence, row.value ->> 'sequence') + 1
                 FROM json_each(${rows}) AS row WHERE hubs.id = row.value ->> 'id'`,
    )),
    ...(
      await Promise.all(
        TAKEN_BACK.map(([table, column]) =>
          read(
            table,
            `SELECT id, ${column} FROM ${table} WHERE ${column} IS NOT NULL`,
            (rows) => `UPDATE ${table} SET ${column} = row.value ->> '${column}' FROM json_each(${rows}) AS row
                       WHERE ${table}.id = row.value ->> 'id' AND ${column} IS NULL`,
          ),
        ),
      )
    ).flat(),
    ...(await read(
      'profiles',
      `SELECT hub_id, kind, id FROM profiles WHERE ${MAY_NOT_BE_SHOWN}`,
      (rows) => `UPDATE profiles SET body = json_set(body, '$.status', 'paused') FROM json_each(${rows}) AS row
                 WHERE profiles.hub_id = row.value ->> 'hub_id' AND profiles.kind = row.value ->> 'kind'
                   AND profiles.id = row.value ->> 'id' AND NOT (${MAY_NOT_BE_SHOWN})`,
    )),
    ...(await read(
      'deletions',
      'SELECT hub_id, kind, id, sequence FROM deletions',
      (rows) => `INSERT INTO deletions (hub_id, kind, id, sequence)
                 SELECT value ->> 'hub_id', value ->> 'kind', value ->> 'id', value ->> 'sequence' FROM json_each(${rows})
                 WHERE value ->> 'hub_id' IN (SELECT id FROM hubs)
                 ON CONFLICT (hub_id, kind, id) DO UPDATE SET sequence = max(sequence, excluded.sequence)`,
    )),
    ...(await read(
      'erased_hubs',
      'SELECT id, erased_at FROM erased_hubs',
      (
        rows,
      ) => `INSERT INTO erased_hubs (id, erased_at) SELECT value ->> 'id', value ->> 'erased_at' FROM json_each(${rows})
                 WHERE true ON CONFLICT DO NOTHING`,
    )),
    // The keys of a hub that was erased do not open it until the job has erased it again.
    ...(await read(
      'erased_hubs',
      'SELECT id FROM erased_hubs',
      (rows) => `DELETE FROM keys WHERE hub_id IN (SELECT value ->> 'id' FROM json_each(${rows}))`,
    )),
  ];
}

const chunks = (rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, i) => rows.slice(i * ROWS, (i + 1) * ROWS));

const list = (rows: readonly Row[]): string => `'${JSON.stringify(rows).replaceAll("'", "''")}'`;
