/**
 * What is read from one stored row; undefined, with the row's ids in the log, when it cannot be read.
 * One row that is damaged must not fail every list that it could stand in.
 */
export function rowOrLog<T>(ids: Readonly<Record<string, string>>, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    // The message may quote the row.
    console.error(JSON.stringify({ level: 'error', row: ids, name: (error as Error).name }));
    return undefined;
  }
}
