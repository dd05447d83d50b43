import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type ElementDeclaration, manifest } from '../bundle/manifest.ts';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));
const read = (file: string) => readFileSync(join(SRC, file), 'utf8');
const elements = manifest().modules.map(({ path, declarations }) => {
  const [declared] = declarations as readonly ElementDeclaration[];
  return [declared?.tagName ?? path, path.replace(/^src\//, ''), declared as ElementDeclaration] as const;
});

/** The sources of an element: what it imports of its own, and what that does. Registration and words are none. */
function sourcesOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name = ''] of read(file).matchAll(/(?:from|import\() ?'(\.[^']+)'/g)) {
    const path = join(file, '..', name).replaceAll('\\', '/');
    if (!path.startsWith('..') && !path.startsWith('strings/')) sourcesOf(path, found);
  }
  return found;
}

/** The parts that templates have, each word of an attribute being one. */
const partsIn = (text: string): string[] =>
  Array.from(text.matchAll(/\bpart=(?:"([^"]*)"|([\w-]+))/g), ([, quoted, bare]) => quoted ?? bare ?? '')
    .flatMap((value) => value.split(/\s+/))
    .filter((name) => /^[\w-]+$/.test(name));

test('there is one element in each folder of an element', () => {
  expect(elements.map(([tag]) => tag).sort()).toEqual(
    globSync('*/*-element.ts', { cwd: SRC, exclude: ['lib/**'] })
      .map((file) => `kopru-${file.replaceAll('\\', '/').split('/')[0]}`)
      .sort(),
  );
});

test.each(elements)(
  '<%s> tells of every part that it has, and of no other',
  (_, file, { cssParts, description = '' }) => {
    const told = new Set(cssParts.map(({ name }) => name));
    const text = `${description} ${cssParts.map(({ description = '' }) => description).join(' ')}`;
    const also = Array.from(text.matchAll(/`([\w-]+)`/g), ([, name]) => name as string);
    const used = new Set([...sourcesOf(file)].flatMap((source) => partsIn(read(source))));
    expect(
      [...told].filter((name) => !used.has(name)),
      'told of, and not there',
    ).toEqual([]);
    const own = [...sourcesOf(file)].filter((source) => source.startsWith(file.split('/')[0] as string));
    const shown = new Set(own.flatMap((source) => partsIn(read(source))));
    expect(
      [...shown].filter((name) => !told.has(name) && !also.includes(name)),
      'there, and not told of',
    ).toEqual([]);
  },
);

test.each(elements)(
  '<%s> tells of every custom property that its styles read, and of no other',
  (_, file, { cssProperties }) => {
    const text = [...sourcesOf(file)]
      .map(read)
      .join('\n')
      .replaceAll(/\/\*\*[\s\S]*?\*\//g, '');
    const tokens = Array.from(
      text.matchAll(/(--_[\w-]+): var\((--kopru-[\w-]+)/g),
      ([, own = '', name = '']) => [own, name] as const,
    );
    const known = new Set(tokens.filter(([own]) => text.includes(`var(${own})`)).map(([, name]) => name));
    const told = cssProperties.map(({ name }) => name);
    expect(told.filter((name) => !known.has(name))).toEqual([]);
    // Of the styles that all share, an element may show nothing.
    const own = [...sourcesOf(file)]
      .filter((source) => source.startsWith(file.split('/')[0] as string))
      .map(read)
      .join('\n');
    const shown = tokens.filter(([token]) => own.includes(`var(${token})`)).map(([, name]) => name);
    expect(shown.filter((name) => !told.includes(name))).toEqual([]);
  },
);

test.each(elements)('<%s> tells of every event that it dispatches, with its class', (_, file, { events }) => {
  const text = [...sourcesOf(file)]
    .filter((source) => !/events\.ts$/.test(source))
    .map(read)
    .join('\n');
  const made = new Set(
    Array.from(text.matchAll(/new (\w+Event)\(/g), ([, type]) => type).filter((type) => type !== 'Event'),
  );
  const told = events.map(({ type }) => type?.text);
  expect(told.filter((type) => !made.has(type))).toEqual([]);
});

test.each(elements)(
  '<%s> tells what each of its attributes says, and its default',
  (_, __, { attributes, members }) => {
    for (const { name, description, default: byDefault } of attributes) {
      expect(description, name).toMatch(/\S/);
      expect(byDefault, name).toMatch(/\S/);
    }
    expect(members.filter(({ name }) => name.startsWith('#') || name.startsWith('_'))).toEqual([]);
  },
);
