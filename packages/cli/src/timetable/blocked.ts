import { findPeople } from '../lists/people.ts';
import { failOn, type ListIssue, readList } from '../lists/read-list.ts';
import type { Side } from '../matching/side.ts';
import type { ProfileFile } from '../profiles/profile-file.ts';
import type { Io } from '../terminal/io.ts';

/** A pair by its ids. */
export interface PairIds {
  readonly startup: string;
  readonly investor: string;
}

/**
 * Reads the pairs that must not meet, from the columns startup and investor: ids or names.
 *
 * @throws {CliError} that tells every row that names nobody: a pair that was not understood would meet.
 */
export async function readBlocked(
  path: string | undefined,
  files: Readonly<Record<Side, ProfileFile>>,
  io: Io,
): Promise<readonly PairIds[]> {
  if (path === undefined) return [];
  const list = await readList(path, ['startup', 'investor'], [], io);
  const finders = { startup: findPeople(files.startup), investor: findPeople(files.investor) };
  const issues: ListIssue[] = [];
  const pairs = list.rows.flatMap(({ line, cells }) => {
    const [startup, investor] = (['startup', 'investor'] as const).map((kind) => {
      const found = finders[kind](cells[kind]);
      if ('row' in found) return found.row.id;
      issues.push({ line, message: `column "${kind}": "${cells[kind]}" ${found.problem}.` });
      return undefined;
    });
    return startup !== undefined && investor !== undefined ? [{ startup, investor }] : [];
  });
  failOn(path, issues);
  return pairs;
}
