import type { Database, Row } from './database.ts';

/** Longest piece of text in one statement, in UTF-16 code units: D1 takes 100 kB of SQL. */
const PIECE = 20_000;
/** Rows that are read at once. */
const PAGE = 200;

/** Tables whose rows are not kept: uploads that wait for their import are sent again by their hub. */
const WITHOUT_ROWS = ['import_chunks'];

export interface Table {
  readonly name: string;
  readonly sql: string;
}

/** Tables of the schema in the order in which they can be filled. */
export async function tablesOf(db: Database): Promise<Table[]> {
  const rows = await db.query(
    `SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
     AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' ORDER BY rowid`,
  );
  return rows as unknown as Table[];
}

/**
 * The database as SQL: the schema, every row, then the indexes. No statement is longer than D1
 * takes: a long text is put together from pieces.
 */
export async function* dump(db: Database): AsyncGenerator<string> {
  const tables = await tablesOf(db);
  yield 'PRAGMA defer_foreign_keys = on';
  for (const { sql } of tables) yield sql;
  for (const { name } of tables) if (!WITHOUT_ROWS.includes(name)) yield* dumpRows(db, name);
  for (const { sql } of await db.query("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")) {
    yield String(sql);
  }
}

async function* dumpRows(db: Database, table: string): AsyncGenerator<string> {
  const columns = (await db.query(`PRAGMA table_info("${table}")`)) as { name: string; pk: number }[] & Row[];
  const names = columns.map(({ name }) => name);
  const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
  let after = 0;
  for (;;) {
    const rows = await db.query(
      `SELECT rowid AS "_rowid", * FROM "${table}" WHERE rowid > ${after} ORDER BY rowid LIMIT ${PAGE}`,
    );
    for (const row of rows) yield* insert(table, names, key, row);
    if (rows.length < PAGE) return;
    after = Number(rows.at(-1)?._rowid);
  }
}

function* insert(table: string, names: readonly string[], key: readonly string[], row: Row): Generator<string> {
  const values = names.map((name) => {
    const value = row[name] ?? null;
    return typeof value === 'string' ? pieces(value) : [value];
  });
  const list = (items: readonly string[]) => items.join(', ');
  yield `INSERT INTO "${table}" (${list(names.map((name) => `"${name}"`))}) VALUES (${list(values.map(([first]) => literal(first ?? null)))})`;
  const where = key.map((name) => `"${name}" = ${literal(row[name] ?? null)}`).join(' AND ');
  for (const [i, [, ...rest]] of values.entries()) {
    for (const piece of rest) {
      yield `UPDATE "${table}" SET "${names[i]}" = "${names[i]}" || ${literal(piece)} WHERE ${where}`;
    }
  }
}

/** A text in pieces that end between characters. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  while (from < text.length || found.length === 0) {
    let to = Math.min(from + PIECE, text.length);
    if (to < text.length && /[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to--;
    found.push(text.slice(from, to));
    from = to;
  }
  return found;
}

const literal = (value: string | number | null): string =>
  value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
