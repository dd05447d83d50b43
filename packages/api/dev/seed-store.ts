import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Queryable } from '../src/lib/queryable.ts';

/** The statement that writes many rows at once, which are all of one form, if there are any: through a local server each statement takes its time. */
export function rowsInto(db: Queryable, table: string, rows: readonly object[]): D1PreparedStatement[] {
  if (rows.length === 0) return [];
  const columns = Object.keys(rows[0] as object);
  const values = columns.map((name) => `value ->> '$.${name}'`).join();
  const insert = db.prepare(`INSERT INTO ${table} (${columns.join()}) SELECT ${values} FROM json_each(?)`);
  return [insert.bind(JSON.stringify(rows))];
}
