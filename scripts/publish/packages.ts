import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is read of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** A package that is published. */
export interface Published {
  /** From the root of the repository, with slashes on every platform. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** A subpath of a package that can be imported. */
export interface Entry {
  /** What is imported, such as `@kopru/sdk/engine`. */
  readonly specifier: string;
  /** The subpath as a file name: `index` for the package itself, `embed-workers-ai` for `./embed/workers-ai`. */
  readonly name: string;
  /** The source, and what is built from it, from the root of the repository. */
  readonly source: string;
  readonly types: string;
  readonly code: string;
}

/** Every package that is not private, in the order of their folders. */
export function publishedPackages(): Published[] {
  return globSync('packages/*/package.json')
    .map((file) => ({
      folder: file.replaceAll('\\', '/').replace(/\/package\.json$/, ''),
      manifest: JSON.parse(readFileSync(file, 'utf8')) as Manifest,
    }))
    .filter(({ manifest }) => manifest.private !== true)
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** Those that can be imported; the other one is a program. */
export const libraries = (): Published[] => publishedPackages().filter(isLibrary);

export const isLibrary = ({ manifest }: Published): boolean => manifest.exports !== undefined;

/** What of a package can be imported as code; files such as weights are left out. */
export function entriesOf({ folder, manifest }: Published): Entry[] {
  return Object.entries(manifest.exports ?? {}).flatMap(([subpath, targets]) => {
    // Of nine languages that all have the same names, none is told by itself.
    if (typeof targets === 'string' || subpath.includes('*')) return [];
    const at = (condition: string) => join(folder, targets[condition] ?? '').replaceAll('\\', '/');
    return [
      {
        specifier: join(manifest.name, subpath).replaceAll('\\', '/'),
        name: subpath === '.' ? 'index' : subpath.slice(2).replaceAll('/', '-'),
        source: at('@kopru/source'),
        types: at('types'),
        code: at('default'),
      },
    ];
  });
}
