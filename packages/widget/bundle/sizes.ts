import { gzipSync } from 'node:zlib';
import type { ScriptFiles } from './script.ts';

/** What is loaded when something of the script is: it and all that it imports. */
export function loadedWith(files: ScriptFiles, names: readonly string[]): string[] {
  const loaded = new Set(names);
  // A set gives also what is added while it is read.
  for (const name of loaded) for (const imported of files.get(name)?.imports ?? []) loaded.add(imported);
  return [...loaded];
}

/** Bytes of some files as they come over the network, each by itself. */
export const bytesOf = (files: ScriptFiles, names: readonly string[]): number =>
  names.map((name) => gzipped(files.get(name)?.code ?? '')).reduce((sum, bytes) => sum + bytes, 0);

const gzipped = (code: string): number => gzipSync(code, { level: 9 }).length;

/** Words that an element needs at first beside its own: the names of all codes, in the fields of a form or in a chart, and those that elements share. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  profile: ['names'],
  corridors: ['names'],
  'market-entry': ['names', 'more'],
  'co-investment': ['findings'],
  neighbours: ['findings'],
};

/** What the first view of an element loads in a language: the script, its code, and its words. */
export function firstLoad(files: ScriptFiles, element: string, locale: string): string[] {
  const also = ALSO[element] ?? [];
  const own = [element, ...also].map((part) => `strings/${part}/${locale}`).filter((name) => files.has(name));
  return loadedWith(files, [
    'kopru',
    element,
    `strings/base/${locale}`,
    // What is not pinned in the script is in the other pins.
    ...(own.length > 0 ? [...own, 'pins'] : []),
  ]);
}
