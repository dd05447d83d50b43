import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder } from './consumer.ts';
import { pack, type Tarball } from './npm.ts';
import { type Manifest, publishedPackages } from './packages.ts';

/** What each package may hold beside its README, its licence and its package.json. */
const COMMON = 'LICENSE|NOTICE|README\\.md|CHANGELOG\\.md|package\\.json';
const MAY_BE_IN: Readonly<Record<string, RegExp>> = {
  '@kopru/sdk': new RegExp(`^(${COMMON}|dist/.+\\.(js|d\\.ts)|src/.+\\.ts|src/engine/scan/scan\\.wasm)$`),
  '@kopru/widget': new RegExp(
    `^(${COMMON}|custom-elements\\.json|dist/.+\\.(js|d\\.ts)|dist/script/.+/(integrity\\.json|THIRD-PARTY\\.txt)|src/.+\\.ts)$`,
  ),
  '@kopru/model': new RegExp(
    `^(${COMMON}|MODEL_CARD\\.md|dist/.+\\.(js|d\\.ts)|src/.+\\.ts|weights/\\w+\\.(bin|wasm|json))$`,
  ),
  // With the server of `kopru dev`: the Worker, its migrations and its static assets.
  kopru: new RegExp(
    `^(${COMMON}|bin/kopru\\.js|dist/THIRD-PARTY\\.txt|dist/[\\w-]+\\.js|dist/page/[\\w-]+\\.js|dist/server/assets/(_headers|widget/.+/THIRD-PARTY\\.txt)|dist/server/.+\\.(js|wasm|sql|json|toml|html|css|svg))$`,
  ),
};

/** What must be there, though no package.json names it. */
const ALSO_IN: Readonly<Record<string, readonly string[]>> = {
  '@kopru/widget': ['custom-elements.json'],
  '@kopru/model': ['NOTICE', 'MODEL_CARD.md', 'weights/layers.bin', 'weights/kernel.wasm'],
  kopru: ['dist/THIRD-PARTY.txt'],
};

/** The files that a package.json names. */
const targetsOf = ({ exports = {}, bin = {} }: Manifest): string[] =>
  [
    ...Object.values(exports).flatMap((targets) => (typeof targets === 'string' ? [targets] : Object.values(targets))),
    ...Object.values(bin),
  ]
    .filter((path) => !path.includes('*'))
    .map((path) => path.replace('./', ''));

describe('a tarball', () => {
  let folder: string;
  let tarballs: readonly Tarball[];
  beforeAll(async () => {
    folder = await emptyFolder();
    tarballs = await pack(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(publishedPackages().map((published) => [published.manifest.name, published] as const))(
    'of %s holds what its users need, and nothing else',
    async (name, { folder: source, manifest }) => {
      const paths = tarballs.find((tarball) => tarball.name === name)?.paths ?? expect.unreachable();
      expect(paths).toEqual(
        expect.arrayContaining([
          'LICENSE',
          'README.md',
          'package.json',
          ...targetsOf(manifest),
          ...(ALSO_IN[name] ?? []),
        ]),
      );
      for (const path of paths) {
        expect(path).toMatch(MAY_BE_IN[name] ?? /^$/);
        expect(path).not.toMatch(/\.test\.|fixtures|(^|\/)\.|\.map$/);
      }
      expect(await readFile(join(source, 'LICENSE'), 'utf8')).toBe(await readFile('LICENSE', 'utf8'));
    },
  );
});
