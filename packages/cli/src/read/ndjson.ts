import type { Records } from './table.ts';

/** The lines of an NDJSON file; a line that is no JSON object is told. */
export function readNdjson(text: string): Records {
  const records: { line: number; value: unknown }[] = [];
  const unreadable: { line: number; rule: string; message: string }[] = [];
  for (const [i, content] of text.split('\n').entries()) {
    if (content.trim() === '') continue;
    const line = i + 1;
    try {
      const value: unknown = JSON.parse(content);
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) records.push({ line, value });
      else unreadable.push({ line, rule: 'object', message: 'is not a JSON object' });
    } catch (error) {
      unreadable.push({ line, rule: 'json', message: `is not JSON: ${(error as Error).message}` });
    }
  }
  return { format: 'ndjson', records, unreadable };
}
