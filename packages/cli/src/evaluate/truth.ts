import { findPeople } from '../lists/people.ts';
import { type ListIssue, listIssues, readList } from '../lists/read-list.ts';
import type { Side } from '../matching/side.ts';
import type { ProfileFile } from '../profiles/profile-file.ts';
import { CliError } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';

/** A pair that somebody judged, by its ids. */
export interface JudgedPair {
  readonly startup: string;
  readonly investor: string;
  readonly relevant: boolean;
}

export interface Truth {
  readonly pairs: readonly JudgedPair[];
  /** Rows that were left out. */
  readonly issues: readonly ListIssue[];
}

const RELEVANCE: Readonly<Record<string, boolean>> = {
  '': true,
  '1': true,
  yes: true,
  true: true,
  '0': false,
  no: false,
  false: false,
};

/**
 * Reads the pairs that are known to be right, from the columns startup and investor (ids or names) and,
 * where there is one, relevance: 1 or yes, 0 or no; nothing is yes. A row that cannot be used is told and
 * left out. Of a pair that stands twice the last counts.
 *
 * @throws {CliError} when the file cannot be read or holds no pair that is right.
 */
export async function readTruth(path: string, files: Readonly<Record<Side, ProfileFile>>, io: Io): Promise<Truth> {
  const list = await readList(path, ['startup', 'investor'], ['relevance'], io);
  const finders = { startup: findPeople(files.startup), investor: findPeople(files.investor) };
  const issues: ListIssue[] = [];
  const pairs = new Map<string, JudgedPair>();
  for (const { line, cells } of list.rows) {
    const [startup, investor] = (['startup', 'investor'] as const).map((kind) => {
      const found = finders[kind](cells[kind]);
      if ('row' in found) return found.row.id;
      issues.push({ line, message: `column "${kind}": "${cells[kind]}" ${found.problem}.` });
      return undefined;
    });
    const relevant = RELEVANCE[cells.relevance.toLowerCase()];
    if (relevant === undefined)
      issues.push({ line, message: `column "relevance": "${cells.relevance}" is neither 0, 1, yes nor no.` });
    if (startup === undefined || investor === undefined || relevant === undefined) continue;
    pairs.set(JSON.stringify([startup, investor]), { startup, investor, relevant });
  }
  if (![...pairs.values()].some(({ relevant }) => relevant))
    throw new CliError([`${path} holds no pair that is right.`, ...listIssues(path, issues)].join('\n'), {
      hint: 'Write a startup and an investor of the two files in each row, by id or name.',
    });
  return { pairs: [...pairs.values()], issues };
}
