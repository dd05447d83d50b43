import type { ImportIssue } from '@kopru/sdk/schema';
import { idSchema } from '../../lib/openapi.ts';
import type { Line } from './lines.ts';

/** A row of an upload: a profile still to be validated, or what is wrong with it. */
export type Row =
  | { readonly line: number; readonly id: string; readonly body: string }
  | { readonly line: number; readonly issues: readonly ImportIssue[] };

/** Most issues that a report names of one row. */
const MOST_ISSUES = 20;

/** One thing that is wrong with a row. */
interface RowIssue {
  readonly path: string;
  readonly rule: string;
  readonly message: string;
}

export function failedRow(line: number, issues: readonly RowIssue[]): Extract<Row, { issues: unknown }> {
  const named = new Map(issues.map(withoutNames).map((issue) => [`${issue.path} ${issue.rule}`, issue]));
  return {
    line,
    issues: [...named.values()]
      .slice(0, MOST_ISSUES)
      .map(({ path, rule, message }) => ({ line, level: 'error', path, rule, message })),
  };
}

/** A field of the sender's making may be named after a person, and the report outlives an erasure: it says where it stands. */
const withoutNames = (issue: RowIssue): RowIssue =>
  issue.rule === 'unknown_field'
    ? {
        path: issue.path.replace(/\/[^/]*$/, ''),
        rule: issue.rule,
        message: 'has a field that is not one of this schema',
      }
    : issue;

const UNREADABLE = {
  utf8: 'holds bytes that are not UTF-8',
  too_long: 'is longer than a profile may be',
} as const;

export const unreadableRow = ({ number, rule = 'utf8' }: Line): Row =>
  failedRow(number, [{ path: '', rule, message: UNREADABLE[rule] }]);

/** A row, if its id is one. */
export function checkedRow(line: number, id: unknown, profile: unknown): Row {
  const result = idSchema.safeParse(id);
  if (!result.success) {
    const message = id === undefined ? 'is required' : 'must be 1 to 128 of A–Z a–z 0–9 . _ ~ -';
    return failedRow(line, [{ path: '/id', rule: id === undefined ? 'required' : 'format', message }]);
  }
  return { line, id: result.data, body: JSON.stringify(profile) };
}
