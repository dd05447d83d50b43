import type { Kopru } from '@kopru/sdk';
import type { ImportIssue } from '@kopru/sdk/schema';
import type { ProfileFile, RowIssue } from '../profiles/profile-file.ts';

/** Where a line of an upload came from. */
export interface Origin {
  /** As it was given on the command line, or the id of the import where no file was. */
  readonly file: string;
  /** Line of the file for each line of the upload, in their order; none where it is not known. */
  readonly lines: readonly number[];
  readonly columns: ProfileFile['columns'];
}

/** The report of an import, in the lines and columns of the file that its author has. */
export async function readReport(kopru: Kopru, id: string, origin: Origin, signal: AbortSignal): Promise<RowIssue[]> {
  const issues: RowIssue[] = [];
  for await (const issue of kopru.imports.report(id, { signal })) issues.push(toRowIssue(issue, origin));
  return issues;
}

/** An issue of the API as one of a file. */
export function toRowIssue({ line, level, path, rule, message }: ImportIssue, origin: Origin): RowIssue {
  const field = path.slice(1);
  // `/languages/0` is an item of the list in the column `languages`.
  const column = origin.columns.find((c) => c.field !== null && (field === c.field || field.startsWith(`${c.field}/`)));
  return {
    severity: level,
    file: origin.file,
    line: origin.lines[line - 1] ?? line,
    ...(column ? { column: column.header } : field !== '' && { column: field }),
    rule,
    message,
  };
}
