import { readFile } from '../read/read-file.ts';
import type { ReadOptions } from '../read/table.ts';
import type { Io } from '../terminal/io.ts';

/** The headers of a table, or the fields of the first line of an NDJSON file. */
export async function readHeaders(path: string, options: ReadOptions, io: Io): Promise<readonly string[]> {
  const content = await readFile(path, options, io);
  if (content.format !== 'ndjson') return content.header;
  const record = Object(content.records[0]?.value) as Record<string, unknown>;
  return Object.keys(Object(record.profile ?? record) as object);
}
