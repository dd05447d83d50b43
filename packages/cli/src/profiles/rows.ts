import type { Currency } from '@kopru/sdk/facets';
import type { Kind, Profile } from '@kopru/sdk/schema';
import type { Table } from '../read/table.ts';
import { createIds } from './ids.ts';
import { rowIssue } from './issue-text.ts';
import type { MappedColumn, ProfileRow, RowIssue } from './profile-file.ts';
import { repairProfile } from './repair.ts';
import { readRow, SAYS_WHAT, textField } from './row.ts';

/** The profiles of a table, and all that could not be used, in the order of the lines. */
export function readRows(
  table: Pick<Table, 'rows'>,
  columns: readonly MappedColumn[],
  kind: Kind,
  { file, currency }: { readonly file: string; readonly currency: Currency | undefined },
): { rows: ProfileRow[]; issues: RowIssue[] } {
  const drafts = table.rows.map(({ line, cells }) => ({ line, ...readRow(cells, columns, kind, currency) }));
  const ids = createIds(drafts.flatMap(({ id }) => id ?? []));
  const rows: ProfileRow[] = [];
  const issues: RowIssue[] = [];
  for (const draft of drafts) {
    const { line, profile } = draft;
    const at = { file, line };
    const missing = missingOf(profile, kind, columns);
    if (missing) {
      issues.push({ severity: 'error', ...at, ...missing });
      continue;
    }
    const repaired = repairProfile(kind, profile);
    const severity = repaired.profile ? 'warning' : 'error';
    const found = repaired.issues.map((issue) =>
      rowIssue(issue, (path) => headerOf(path, columns), { severity, ...at }),
    );
    if (!repaired.profile) {
      issues.push(...found);
      continue;
    }
    const taken = draft.id === undefined ? undefined : ids.claim(draft.id, line);
    if (taken && !taken.ok) {
      issues.push({ severity: 'error', ...at, ...idTaken(draft.id as string, taken.line, columns) });
      continue;
    }
    for (const { header, ...problem } of draft.problems)
      issues.push({ severity: 'warning', ...at, column: header, ...problem });
    issues.push(...found);
    rows.push({ id: draft.id ?? ids.name(profile.name as string, line), line, profile: repaired.profile as Profile });
  }
  return { rows, issues };
}

type Told = Omit<RowIssue, 'severity' | 'file' | 'line'>;

const idTaken = (id: string, line: number, columns: readonly MappedColumn[]): Told => ({
  column: columnOf('id', columns) ?? '',
  rule: 'unique_id',
  message: `The id "${id}" stands on line ${line} already, so that this row is left out.`,
  suggestion: 'Give every row an id of its own, or take one of the two rows out.',
});

/** Why a row cannot be a profile at all. */
function missingOf(profile: Record<string, unknown>, kind: Kind, columns: readonly MappedColumn[]): Told | undefined {
  const missing = ['name', textField(kind)].find((field) => profile[field] === undefined);
  if (missing === undefined) return undefined;
  const column = columnOf(missing, columns);
  const what =
    missing === 'name' ? 'neither a name nor an id' : `no text that says what the ${kind} ${SAYS_WHAT[kind]}`;
  return {
    ...(column !== undefined && { column }),
    rule: 'required',
    message: `The row has ${what}, so that it is left out.`,
    suggestion: 'Fill it in.',
  };
}

const columnOf = (field: string, columns: readonly MappedColumn[]): string | undefined =>
  columns.find((column) => column.field === field)?.header;

/** The column of a path of the schema: that of the field itself, of one within it, or of the whole that it belongs to. */
function headerOf(path: string, columns: readonly MappedColumn[]): string | undefined {
  const field = path.slice(1).replace(/\/\d+$/, '');
  const [whole = ''] = field.split('/');
  return (
    columnOf(field, columns) ??
    columns.find((column) => column.field === whole || column.field?.startsWith(`${whole}/`))?.header
  );
}
