import { validateProfile } from '@kopru/sdk/engine';
import type { Kind, Profile } from '@kopru/sdk/schema';
import type { Records } from '../read/table.ts';
import { createIds } from './ids.ts';
import { rowIssue } from './issue-text.ts';
import type { ProfileRow, RowIssue } from './profile-file.ts';

/**
 * The profiles of an NDJSON file: `{ "id", "profile" }` as the API exports them, or the fields of the
 * profile with an `id` beside them. Programs write such files, so that nothing is repaired: a line that
 * breaks a rule is left out whole. Consent that is not given is a no, as in the API.
 */
export function readRecords(
  { records }: Pick<Records, 'records'>,
  kind: Kind,
  file: string,
): { rows: ProfileRow[]; issues: RowIssue[] } {
  const drafts = records.map(({ line, value }) => ({ line, ...splitRecord(value as Record<string, unknown>) }));
  const ids = createIds(drafts.flatMap(({ id }) => (typeof id === 'string' ? id : [])));
  const rows: ProfileRow[] = [];
  const issues: RowIssue[] = [];
  for (const { line, id, profile, within, unknown } of drafts) {
    const at = { severity: 'error', file, line } as const;
    const result = validateProfile(kind, profile);
    const found = [
      ...unknown.map(
        (key): RowIssue => ({
          ...at,
          column: `/${key}`,
          rule: 'unknown_field',
          message: `The field ${key} stands beside id and profile.`,
          suggestion: 'Take it out, or put it into the profile.',
        }),
      ),
      ...(id === undefined || (typeof id === 'string' && id.trim() !== '') ? [] : [idIssue(at)]),
      ...(result.ok ? [] : result.issues.map((issue) => rowIssue(issue, (path) => `${within}${path}`, at))),
    ];
    if (found.length > 0 || !result.ok) {
      issues.push(...found);
      continue;
    }
    const own = id as string | undefined;
    const taken = own === undefined ? undefined : ids.claim(own, line);
    if (taken && !taken.ok) {
      issues.push({
        ...at,
        column: '/id',
        rule: 'unique_id',
        message: `The id "${own}" stands on line ${taken.line} already, so that this line is left out.`,
        suggestion: 'Give every line an id of its own, or take one of the two out.',
      });
      continue;
    }
    const value = result.value as Profile;
    rows.push({ id: own ?? ids.name(value.name, line), line, profile: value });
  }
  return { rows, issues };
}

const idIssue = (at: Pick<RowIssue, 'severity' | 'file' | 'line'>): RowIssue => ({
  ...at,
  column: '/id',
  rule: 'type',
  message: 'The id must be a string with at least one character.',
  suggestion: 'Write it in quotes, or leave it out: the name is then the id.',
});

interface Split {
  readonly id: unknown;
  readonly profile: unknown;
  /** Path of the profile within the line. */
  readonly within: string;
  /** Fields beside `id` and `profile`. */
  readonly unknown: readonly string[];
}

function splitRecord({ id, ...rest }: Record<string, unknown>): Split {
  if (!('profile' in rest)) return { id, profile: rest, within: '', unknown: [] };
  const { profile, ...unknown } = rest;
  return { id, profile, within: '/profile', unknown: Object.keys(unknown) };
}
