import { expect } from 'vitest';
import { HEADERS } from '../src/reference/shared.ts';
import { type Operation, resolved, schemaOf } from './contract.ts';
import type { call } from './hub.ts';

const DESCRIBED = Object.values(HEADERS).map(({ name }) => name.toLowerCase());

/** Headers that an answer has only when there is a reason. */
const SOMETIMES = ['idempotency-replayed', 'retry-after'];

/** Expects status, headers, content type and body of an answer to be as the document says. */
export function expectDocumented({ responses }: Operation, answer: Awaited<ReturnType<typeof call>>): void {
  const { status, headers, text, json } = answer;
  const said = responses[String(status)];
  expect(said, `the status ${status} of: ${text.slice(0, 500)}`).toBeDefined();

  const documented = Object.keys(said?.headers ?? {}).map((name) => name.toLowerCase());
  const sent = DESCRIBED.filter((name) => headers.has(name));
  expect(documented).toEqual(expect.arrayContaining(sent));
  // A refusal may come before the rest is known.
  const due = status < 400 ? documented.filter((name) => !SOMETIMES.includes(name)) : ['request-id'];
  expect(sent).toEqual(expect.arrayContaining(due));

  if (!said?.content) {
    expect(text).toBe('');
    return;
  }
  const type = headers.get('content-type')?.split(';')[0] ?? '';
  const schema = said.content[type]?.schema;
  expect(schema, `the content type ${type}`).toBeDefined();
  for (const value of valuesOf(text, json, (resolved(schema) as { type?: string }).type === 'string')) {
    const { error } = schemaOf(schema).safeParse(value);
    expect(error?.issues, text.slice(0, 2000)).toBeUndefined();
  }
}

/** What the schema of an answer is about: JSON, text, or each line of NDJSON. */
function valuesOf(text: string, json: unknown, isText: boolean): unknown[] {
  if (json !== undefined) return [json];
  return isText ? [text] : text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}
