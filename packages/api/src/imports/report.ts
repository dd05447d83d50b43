import type { ImportIssue } from '@kopru/sdk/schema';
import { csvCell } from '../lib/csv-cell.ts';
import type { Queryable } from '../lib/queryable.ts';
import { readIssues } from './store.ts';

/** Issues that are read at a time. */
const PAGE = 1_000;

export const REPORT_TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv' } as const;

const FIELDS = ['line', 'level', 'path', 'rule', 'message'] as const;

/** The report of an import as a stream: a line for each issue, in the order of the upload. */
export function reportOf(
  db: Queryable,
  importId: string,
  format: keyof typeof REPORT_TYPES,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let after: readonly [number, number] = [0, -1];
  return new ReadableStream({
    start(controller) {
      if (format === 'csv') controller.enqueue(encoder.encode(`${FIELDS.join(',')}\r\n`));
    },
    async pull(controller) {
      const issues = await readIssues(db, importId, after, PAGE);
      const last = issues.at(-1);
      if (last) {
        controller.enqueue(encoder.encode(issues.map((issue) => LINES[format](issue)).join('')));
        after = [last.line, last.number];
      }
      if (issues.length < PAGE) controller.close();
    },
  });
}

const LINES = {
  ndjson: (issue: ImportIssue) =>
    `${JSON.stringify(Object.fromEntries(FIELDS.map((field) => [field, issue[field]])))}\n`,
  csv: (issue: ImportIssue) => `${FIELDS.map((field) => csvCell(String(issue[field]))).join(',')}\r\n`,
} as const;
