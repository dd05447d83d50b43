/**
 * Builds the script for a script tag: `kopru.js`, and beside it what it loads.
 *
 * @module
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type InputOptions, type OutputChunk, rolldown } from 'rolldown';
import type { Pins } from '../src/script/pins.ts';
import { minified } from './minify-templates.ts';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** A module that a page loads, with the names of those that it imports. */
interface File {
  readonly code: string;
  readonly imports: readonly string[];
  /** Paths of the sources that are in it. */
  readonly sources: readonly string[];
}

export type ScriptFiles = ReadonlyMap<string, File>;

/**
 * Writes all files, and `integrity.json` with the SHA-384 of each as a `script` element takes it.
 *
 * @param folder where they go; what is there is removed.
 */
export async function buildScript(folder: string): Promise<void> {
  const files = await scriptFiles();
  await rm(folder, { recursive: true, force: true });
  for (const [name, { code }] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, `${name}.js`), code);
  }
  const integrity = Object.fromEntries(
    Array.from(files, ([name, { code }]) => [`${name}.js`, integrityOf(code, 'sha384')]),
  );
  await writeFile(join(folder, 'integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);
}

/** The elements, as their tags and the files of the script call them. */
export const elementNames = async (): Promise<string[]> =>
  (await readdir(join(SRC, 'script/elements'))).map((file) => file.replace(/\.ts$/, '')).sort();

/** The files by name. What one loads later it knows by the path of its source without the ending. */
export async function scriptFiles(): Promise<ScriptFiles> {
  const elements = await elementNames();
  const files = new Map(
    await bundled(Object.fromEntries(elements.map((name) => [name, join(SRC, `script/elements/${name}.ts`)]))),
  );
  const pinsOf = (names: Iterable<string>): Pins =>
    Object.fromEntries(
      Array.from(names, (name) => {
        const { code, imports } = files.get(name) as File;
        return [name, [integrityOf(code, 'sha256'), ...imports]] as const;
      }),
    );
  // What each page needs at first is pinned in the script itself, the rest in a file of its own: a hash cannot be
  // packed, and there are a hundred.
  const first = new Set([...elements, ...[...files.keys()].filter((name) => name.startsWith('strings/base/'))]);
  for (const name of first) for (const imported of files.get(name)?.imports ?? []) first.add(imported);
  const later = new Set([...files.keys()].filter((name) => !first.has(name)));
  for (const name of later) for (const imported of files.get(name)?.imports ?? []) later.add(imported);
  files.set('pins', { code: `export default ${JSON.stringify(pinsOf(later))}`, imports: [], sources: [] });

  const define = { PINS: JSON.stringify(pinsOf([...first, 'pins'])), ELEMENTS: JSON.stringify(elements) };
  const [kopru] = await bundled({ kopru: join(SRC, 'script/kopru.ts') }, define);
  return new Map([kopru as [string, File], ...files]);
}

/** @param algorithm SHA-384 where a page names it; in the pins SHA-256, which is shorter and cannot be packed either. */
const integrityOf = (code: string, algorithm: 'sha256' | 'sha384'): string =>
  `${algorithm}-${createHash(algorithm).update(code).digest('base64')}`;

/** Bundles entries with all that they load later. */
async function bundled(
  input: Record<string, string>,
  define: Record<string, string> = {},
): Promise<(readonly [string, File])[]> {
  const build = await rolldown({ ...OPTIONS, input, transform: { target: 'es2022', define } });
  const { output } = await build.generate({
    format: 'esm',
    minify: true,
    // The licences are in a file of their own, written by scripts/build.ts.
    comments: { legal: false },
    entryFileNames: '[name].js',
    chunkFileNames: ({ facadeModuleId }) => (facadeModuleId ? `${nameOf(facadeModuleId)}.js` : '[name].js'),
    codeSplitting: { groups: GROUPS },
  });
  await build.close();
  return output
    .filter((chunk): chunk is OutputChunk => chunk.type === 'chunk')
    .map(({ fileName, code, imports, modules }) => {
      const sources = Object.entries(modules).filter(([, { renderedLength }]) => renderedLength > 0);
      const file = { code, imports: imports.map(nameOfFile), sources: sources.map(([path]) => path) };
      return [nameOfFile(fileName), file] as const;
    });
}

/** Left to itself the bundler makes a file for each set of elements that share something. */
const GROUPS = [
  // What every element needs.
  {
    name: 'base',
    test: /[\\/](lit|lit-html)[\\/](index|directive)\.js|[\\/]src[\\/](events|lib[\\/](?!act|ask)|resource|kinds[\\/]paths|introductions[\\/]introductions\.ts|matches[\\/]card\.styles)/,
  },
  // What a reader does with one thing of a list, and how it stands then.
  { name: 'acts', test: /[\\/]src[\\/](lib[\\/](act|ask)|introductions[\\/]state\.styles)/ },
  // Cards are shown by several, and what is done with them is loaded later.
  {
    name: 'cards',
    test: /[\\/]src[\\/](matches[\\/](actions|card|facts|filter|making|message|score|with-page)|engine[\\/]level|strings[\\/](more|findings)[\\/]index)\.ts$/,
  },
];

const OPTIONS = {
  platform: 'browser',
  // How long the templates take is no news.
  checks: { pluginTimings: false },
  resolve: { conditionNames: ['@kopru/source', 'import', 'browser', 'default'] },
  plugins: [
    {
      name: 'minify-templates',
      transform: {
        filter: { id: /[\\/]widget[\\/]src[\\/].*\.ts$/ },
        handler: async (code) => ({ code: await minified(code) }),
      },
    },
  ],
} as const satisfies InputOptions;

const nameOf = (path: string): string => relative(SRC, path).replaceAll('\\', '/').replace(/\.ts$/, '');
const nameOfFile = (file: string): string => file.replace(/\.js$/, '');
