import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Queryable } from '../src/lib/queryable.ts';

/** The statement that writes many rows at once, which are all of one form: through a local server each statement takes its time. */
export function rowsInto(db: Queryable, table: string, rows: readonly object[]): D1PreparedStatement {
  const columns = Object.keys(rows[0] ?? { id: '' });
  const values = columns.map((name) => `value ->> '$.${name}'`).join();
  return db
    .prepare(`INSERT INTO ${table} (${columns.join()}) SELECT ${values} FROM json_each(?)`)
    .bind(JSON.stringify(rows));
}
