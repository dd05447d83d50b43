import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Which of our packages each package may import; `sdk/…` stands for subpaths of the sdk. */
const ALLOWED: Readonly<Record<string, RegExp>> = {
  sdk: /^$/,
  model: /^@kopru\/sdk\//,
  api: /^@kopru\/(sdk|model)(\/|$)/,
  widget: /^@kopru\/sdk(\/|$)/,
  cli: /^@kopru\/(sdk|model)(\/|$)/,
};

/** Files that may import one more of ours: the server of `kopru dev`, and what a page is given. */
const MORE: Readonly<Record<string, RegExp>> = {
  'packages/cli/src/dev.ts': /^@kopru\/api\/dev$/,
  'packages/cli/src/init/page-script.ts': /^@kopru\/widget(\/define)?$/,
};

/**
 * Imports of a source file, relative ones as paths from the root of the repository.
 *
 * @param of values: without those of types alone, of which nothing is left in what is built.
 */
function importsOf(file: string, of: 'all' | 'values' = 'all'): string[] {
  const text = readFileSync(file, 'utf8');
  // From the beginning of a line, so that examples in comments do not count.
  const pattern =
    of === 'all'
      ? /^(?:import|export)\b[^;'"]*['"]([^'"]+)['"]/gm
      : /^(?:import|export)\b(?! type\b)[^;'"]*['"]([^'"]+)['"]/gm;
  return Array.from(text.matchAll(pattern), ([, name]) =>
    name?.startsWith('.') ? normalize(join(dirname(file), name)).replaceAll('\\', '/') : (name as string),
  );
}

const sources = (folder: string) =>
  globSync(`packages/${folder}/**/*.ts`, { exclude: ['**/node_modules/**', '**/*.test.ts', '**/dist/**'] }).map(
    (file) => ({
      file: file.replaceAll('\\', '/'),
      imports: importsOf(file),
    }),
  );

describe('arrows between packages', () => {
  for (const [name, allowed] of Object.entries(ALLOWED)) {
    test(`${name} imports none of ours but those it may`, () => {
      const files = sources(`${name}/src`);
      expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(10);
      for (const { file, imports } of files) {
        for (const imported of imports.filter((i) => i.startsWith('@kopru/') && !MORE[file]?.test(i)))
          expect(imported, file).toMatch(allowed);
        for (const imported of imports.filter((i) => i.startsWith('packages/'))) {
          expect(imported.split('/').slice(0, 2).join('/'), file).toBe(`packages/${name}`);
        }
      }
    });
  }
});

describe('arrows within packages', () => {
  test('the command line reads its commands one by one, and commander in two files', () => {
    for (const { file, imports } of sources('cli/src')) {
      if (/\/cli\/src\/(main|program)\.ts$/.test(file)) continue;
      expect(imports, file).not.toContain('commander');
    }
    const early = ['index', 'main', 'program', 'options', 'locale'].map((name) => `packages/cli/src/${name}.ts`);
    for (const file of [...early, ...sources('cli/src/commands').map(({ file }) => file)]) {
      for (const imported of importsOf(file, 'values')) expect(imported, file).not.toMatch(/^@kopru\/(?!sdk\/facets$)/);
    }
  });

  test('the engine does no I/O: no fetch, clock, randomness or environment', () => {
    for (const { file } of sources('sdk/src/engine')) {
      // The day on which a question is asked, where the asker names none.
      const text = readFileSync(file, 'utf8').replace('today = (): Day => dayOf(new Date())', '');
      expect(text, file).not.toMatch(/\bfetch\(|Date\.now\(|new Date\(\)|Math\.random\(|process\.env/);
    }
  });

  test('facets and strings import neither a schema library nor the engine, since the widget carries them', () => {
    const labels = 'packages/sdk/src/kinds/labels.ts';
    for (const file of [...sources('sdk/src/facets'), ...sources('sdk/src/strings'), { file: labels }].map(
      ({ file }) => file,
    )) {
      for (const imported of importsOf(file, 'values').filter((name) => name !== labels))
        expect(imported, file).not.toMatch(/^zod|sdk\/src\/(engine|kinds|matches)/);
    }
  });

  test('SQL stands in stores, and in the few statements that all nouns share', () => {
    const shared = /\/(audit\/record|events\/emit|health\/checks|lib\/(guard|exporter|read-together))\.ts$/;
    for (const { file } of sources('api/src')) {
      if (/\/(\w+-)?store\.ts$/.test(file) || shared.test(file)) continue;
      expect(readFileSync(file, 'utf8'), file).not.toMatch(/\.prepare\(/);
    }
  });

  test('middleware imports no other middleware, and lib no noun', () => {
    for (const { file, imports } of [...sources('api/src/middleware'), ...sources('api/src/lib')]) {
      const folder = dirname(file);
      for (const imported of imports.filter((i) => i.startsWith('packages/api/src/'))) {
        const place = imported.split('/')[3] as string;
        if (folder.endsWith('middleware')) expect(place, file).not.toBe('middleware');
        else expect(['lib', 'env.ts', 'errors.ts'], `${file} → ${imported}`).toContain(place);
      }
    }
  });
});
