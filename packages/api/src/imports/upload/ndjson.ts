import { validate } from '@kopru/sdk/engine';
import { importRowSchema } from '@kopru/sdk/schema';
import type { Line } from './lines.ts';
import { checkedRow, failedRow, type Row, unreadableRow } from './row.ts';

/** The rows of an NDJSON upload; empty lines are none. */
export async function* readNdjson(lines: AsyncIterable<Line>): AsyncGenerator<Row> {
  for await (const line of lines) {
    if (line.text?.trim() === '') continue;
    yield line.text === undefined ? unreadableRow(line) : rowOf(line.number, line.text);
  }
}

function rowOf(line: number, text: string): Row {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failedRow(line, [{ path: '', rule: 'json', message: 'is not valid JSON' }]);
  }
  const result = validate(importRowSchema, value);
  if (!result.ok) return failedRow(line, result.issues);
  if (result.value.profile === undefined)
    return failedRow(line, [{ path: '/profile', rule: 'required', message: 'is required' }]);
  return checkedRow(line, result.value.id, result.value.profile);
}
