import { bindings } from './bindings.ts';

/** Every row of every table of D1, as text. */
export async function dumpTables(): Promise<Record<string, string[]>> {
  const { results: tables } = await bindings.DB.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name NOT LIKE 'd1_%'",
  ).all<{ name: string }>();
  const dumped = await Promise.all(
    tables.map(async ({ name }) => {
      const { results } = await bindings.DB.prepare(`SELECT * FROM "${name}"`).all();
      return [name, results.map((row) => JSON.stringify(row))] as const;
    }),
  );
  return Object.fromEntries(dumped);
}

/** Tables of D1 that hold a text. */
export async function tablesWith(text: string): Promise<string[]> {
  const tables = Object.entries(await dumpTables());
  return tables.filter(([, rows]) => rows.some((row) => row.includes(text))).map(([name]) => name);
}
