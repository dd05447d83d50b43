import { globSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from '../browser.ts';
import { blocksOf } from '../snippets.ts';
import {
  COMMON_JS,
  emptyFolder,
  importAll,
  NODES,
  PAGE,
  PAGE_HTML,
  TYPED_COMMON_JS,
  tsconfig,
  WORKER,
  write,
} from './consumer.ts';
import { install, pack, run } from './npm.ts';
import { entriesOf, isLibrary, libraries } from './packages.ts';
import { serveFolder } from './serve-folder.ts';

const examplesIn = async (file: string): Promise<string[]> =>
  blocksOf(await readFile(file, 'utf8')).flatMap(({ info, code }) => (info === 'ts' ? [code] : []));

describe('the libraries, installed from their tarballs into an empty folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await emptyFolder();
    await install(folder, await pack(folder, isLibrary));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  describe.each(NODES)('with %s', (node) => {
    test('the first example of the README works, pasted as it is', async () => {
      const [example = expect.unreachable()] = await examplesIn('README.md');
      await write(folder, { 'example.mjs': example });
      expect(await run(node, ['example.mjs'], folder)).toMatch(/^\d+(\.\d+)? \[\s+'[^']+/);
    });

    test('a CommonJS script has them by import(), and by require() where Node loads ES modules so', async () => {
      await write(folder, { 'common.cjs': COMMON_JS });
      const found = JSON.parse(await run(node, ['--no-warnings', 'common.cjs'], folder));
      // From Node 20.19 and 22.12 on.
      const loads = (await run(node, ['-p', 'process.features.require_module === true'], folder)).trim() === 'true';
      expect(found).toMatchObject({ require: loads ? 'function' : 'ERR_REQUIRE_ESM', import: 'function' });
    });
  });

  test.each([
    ['bundler', { module: 'ESNext', moduleResolution: 'bundler' }],
    ['nodenext', { module: 'NodeNext', moduleResolution: 'NodeNext' }],
  ])(
    'a strict project with moduleResolution %s checks, with every entry and every example',
    async (name, resolution) => {
      const examples = await Promise.all(
        libraries().map(async (published) => {
          const blocks = await examplesIn(join(published.folder, 'README.md'));
          expect(blocks.length, published.folder).toBeGreaterThan(0);
          return [`${name}/${basename(published.folder)}.mts`, blocks.join('\n')] as const;
        }),
      );
      await write(folder, {
        ...Object.fromEntries(examples),
        [`${name}/all.mts`]: importAll(
          libraries()
            .flatMap(entriesOf)
            .map(({ specifier }) => specifier),
        ),
        // TypeScript takes it that Node loads ES modules by require().
        [`${name}/common.cts`]: TYPED_COMMON_JS,
        [`${name}/process.d.mts`]:
          'declare global { const process: { env: Record<string, string | undefined> } }\nexport {};',
        [`${name}/tsconfig.json`]: tsconfig(resolution, ['.']),
      });
      await run('tsc', ['-p', name], folder);
    },
  );

  test('a page that is built with Vite has the client, the engine, the model and the element', async () => {
    await write(folder, { 'page/index.html': PAGE_HTML, TYPED_COMMON_JS, 'page/main.ts': PAGE });
    await run('vite', ['build', 'page', '--logLevel=error'], folder);
    if (noBrowser) return console.warn('KOPRU_NO_BROWSER=1: the built page is not opened');
    const site = await serveFolder({
      '/': join(folder, 'page/dist'),
      '/model/': join(folder, 'node_modules/@kopru/model/weights'),
    });
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(String(error)));
      await page.goto(site.url);
      await page.waitForFunction("document.title !== 'Köprü'", undefined, { timeout: 20_000 }).catch(() => undefined);
      expect([await page.title(), ...faults]).toEqual(['fund function element']);
    } finally {
      await browser.close();
      await site.stop();
    }
  });

  test('a Worker that is bundled with esbuild matches in workerd', async () => {
    await write(folder, { 'worker.mjs': WORKER });
    const flags = ['--bundle', '--format=esm', '--target=es2023', '--conditions=workerd,worker,browser'];
    await run(
      'esbuild',
      ['worker.mjs', ...flags, '--external:node:*', '--loader:.wasm=copy', '--outdir=worker', '--log-level=error'],
      folder,
    );
    const modules = await Promise.all(
      globSync('*', { cwd: join(folder, 'worker') }).map(async (name) => {
        const type = name.endsWith('.wasm') ? ('wasm' as const) : ('esm' as const);
        const contents = await readFile(join(folder, 'worker', name));
        return [name, { type, contents: type === 'wasm' ? new Uint8Array(contents) : contents.toString() }] as const;
      }),
    );
    const worker = new Miniflare({
      workers: [
        {
          config: {
            name: 'project',
            compatibilityDate: '2026-08-01',
            manifest: { mainModule: 'worker.js', modulesRoot: '/', modules: Object.fromEntries(modules) },
            env: { ASSETS: { type: 'assets' } },
            assets: {
              directory: join(folder, 'node_modules/@kopru/model/weights'),
              hasUserWorker: true,
              runWorkerFirst: true,
            },
          },
        },
      ],
    });
    try {
      const body = JSON.stringify({ name: 'Топырақ', pitch: 'Тұздылықты өлшейтін зондтар' });
      const response = await worker.dispatchFetch('https://worker.local/', { method: 'POST', body });
      expect(JSON.parse(await response.text())).toEqual([['fund', expect.any(Number)]]);
    } finally {
      await worker.dispose();
    }
  });
});
