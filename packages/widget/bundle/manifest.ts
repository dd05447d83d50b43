/// <reference path="./analyzer.d.ts" />
/**
 * `custom-elements.json`, by which editors and tools know the elements: their public interface alone.
 *
 * @module
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, litPlugin, ts } from '@custom-elements-manifest/analyzer/src/browser-entrypoint.js';

const FOLDER = fileURLToPath(new URL('../', import.meta.url));

/** What elements inherit from, and where they are declared. */
const SOURCES = ['src/lib/connected-element.ts', 'src/*/*-element.ts'];

export interface Named {
  readonly name: string;
  readonly description?: string;
}

interface Member extends Named {
  readonly kind: string;
  readonly privacy?: string;
  readonly static?: boolean;
  readonly attribute?: string;
  readonly fieldName?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
}

/** An element as the manifest tells it. */
export interface ElementDeclaration extends Named {
  readonly tagName: string;
  readonly members: readonly Member[];
  readonly attributes: readonly Member[];
  readonly events: readonly Member[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
}

interface Module {
  readonly path: string;
  readonly declarations: readonly Partial<ElementDeclaration>[];
  readonly exports: readonly object[];
}

/** What elements inherit and have no use for: the numbers of corridors are public, and nothing is done with them. */
const UNUSED: Readonly<Record<string, readonly string[]>> = {
  'kopru-co-investment': ['undoSeconds'],
  'kopru-corridors': ['key', 'token', 'undoSeconds'],
  'kopru-market-entry': ['undoSeconds'],
  'kopru-neighbours': ['undoSeconds'],
  'kopru-search': ['token', 'undoSeconds'],
  'kopru-profile': ['undoSeconds'],
};

/** The classes of events by their names, as the files of events have them. */
function eventTypes(): ReadonlyMap<string, string> {
  const texts = ['src/lib/host-events.ts', 'src/events.ts', 'src/*/events.ts']
    .flatMap((pattern) => globSync(pattern, { cwd: FOLDER }))
    .map((file) => readFileSync(join(FOLDER, file), 'utf8'));
  return new Map(
    Array.from(
      texts.join('\n').matchAll(/class (\w+Event) extends[\s\S]*?super\('(kopru-[\w-]+)'/g),
      ([, type = '', name = '']) => [name, type],
    ),
  );
}

/** The elements, each with what it inherits. */
export function manifest(): { readonly schemaVersion: string; readonly modules: readonly Module[] } {
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: FOLDER }).sort());
  const modules = files.map((file) =>
    ts.createSourceFile(
      file.replaceAll('\\', '/'),
      readFileSync(join(FOLDER, file), 'utf8'),
      ts.ScriptTarget.ES2022,
      true,
    ),
  );
  const { schemaVersion, modules: found } = create({
    modules,
    plugins: litPlugin(),
    context: { dev: false },
  }) as unknown as {
    schemaVersion: string;
    modules: Module[];
  };
  const elements = found.filter(({ declarations }) => declarations.some(({ tagName }) => tagName));
  const base = found[0]?.declarations.find(({ name }) => name === 'ConnectedElement');
  const types = eventTypes();
  return {
    schemaVersion,
    modules: elements.map((module) => ({
      ...module,
      declarations: module.declarations
        .filter(({ tagName }) => tagName)
        .map((declared) => publicOf(declared as ElementDeclaration, base?.members ?? [], types)),
    })),
  };
}

/** An element with its public members only, each told with its default. */
function publicOf(
  declared: ElementDeclaration,
  inherited: readonly Member[],
  types: ReadonlyMap<string, string>,
): ElementDeclaration {
  const unused = UNUSED[declared.tagName] ?? [];
  const own = declared.members.filter((member) => !('inheritedFrom' in member));
  const all = [...own, ...inherited.filter(({ name }) => !own.some((member) => member.name === name))];
  const members = all.filter(
    ({ kind, privacy, name, description }) =>
      // What is marked as internal has lost its comment.
      kind === 'field' && privacy === 'public' && description !== undefined && !unused.includes(name),
  );
  return {
    ...declared,
    members: [...members, ...own.filter(({ static: isStatic, kind }) => isStatic && kind === 'method')],
    attributes: members
      .filter(({ attribute }) => attribute)
      .map(({ attribute = '', name, type, default: byDefault, description = '' }) => ({
        ...{ name: attribute, fieldName: name, kind: 'attribute', description },
        ...(type && { type }),
        ...(byDefault && { default: byDefault }),
      })),
    // Events that are made in the code without a name there are listed by the analyser too.
    events: declared.events
      .filter(({ name }) => types.has(name))
      .map((event) => ({ ...event, type: { text: types.get(event.name) ?? 'Event' } })),
  };
}

/** Writes it beside the package.json. */
export function writeManifest(): void {
  writeFileSync(join(FOLDER, 'custom-elements.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
}
