import { parseJson } from './parse-json.ts';
import type { Records } from './table.ts';

/**
 * The objects of a JSON array, each with the line on which it begins; what is no object is told.
 *
 * @param path for messages.
 * @throws {CliError} when the text is not JSON.
 */
export function readJsonArray(text: string, path: string): Records {
  const values: unknown[] = parseJson(text, path, 'Give an array of objects, or NDJSON with one object a line.');
  const lines = elementLines(text);
  const found = values.map((value, i) => ({ line: lines[i] as number, value }));
  return {
    format: 'ndjson',
    records: found.filter(({ value }) => isObject(value)),
    unreadable: found
      .filter(({ value }) => !isObject(value))
      .map(({ line }) => ({ line, rule: 'object', message: 'is not a JSON object' })),
  };
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A string, which may hold any sign; else what opens, closes, parts, ends a line, or is a value. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{},\n]|[^\s"[\]{},]+/g;

/** Line on which each element of an array begins. The text is valid JSON. */
function elementLines(text: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let awaited = false;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '\n') {
      line++;
      continue;
    }
    if (awaited && token !== ']') lines.push(line);
    awaited = depth === (token === ',' ? 1 : 0) && (token === ',' || token === '[');
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
  }
  return lines;
}
