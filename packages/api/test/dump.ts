import { bindings } from './bindings.ts';
import { dumpTables } from './tables.ts';

/** Everything that is stored: each row of each table of D1, and each key and value of KV, with one character a byte. */
export async function dump(): Promise<string> {
  const parts = Object.entries(await dumpTables()).map(([table, rows]) => bytes(`table ${table} ${rows.join('\n')}`));
  for (const { name } of (await bindings.CACHE.list()).keys) {
    const value = (await bindings.CACHE.get(name, 'arrayBuffer')) ?? new ArrayBuffer(0);
    parts.push(`key ${bytes(name)} ${latin1(new Uint8Array(value))}`);
  }
  return parts.join('\n');
}

/** A text as `dump` holds it. */
export const bytes = (text: string): string => latin1(new TextEncoder().encode(text));

const latin1 = (value: Uint8Array): string => {
  let text = '';
  for (const byte of value) text += String.fromCharCode(byte);
  return text;
};
