import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { createEmbedder } from '../../model/src/index.ts';
import type { HttpServer } from './http-server.ts';
import { PROGRAMS, runScript } from './runtimes/programs.ts';
import { startServer } from './runtimes/server.ts';
import { EVERYWHERE, type Results, WITH_FILES, WITH_STREAMS } from './runtimes/suite.ts';

const TEXTS = ['Muğan düzündə torpağın duzluluğunu ölçən zondlar', 'Топырақтың тұздылығын өлшейтін зондтар'];

/** An entry that imports the suite; packages are bundled with it, or left for the runtime to find. */
async function bundle(code: string, packages: 'bundle' | 'external'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL('runtimes', import.meta.url)), loader: 'ts' },
    bundle: true,
    format: 'esm',
    target: 'es2023',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    packages,
    external: ['node:*', 'highs'],
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

let vectors: { texts: string[]; vectors: number[][] };
let script: string;
beforeAll(async () => {
  const found = await (await createEmbedder()).embed(TEXTS);
  vectors = { texts: TEXTS, vectors: found.map((vector) => [...vector]) };
  script = await bundle(
    "import { EVERYWHERE, runAll } from './suite.ts';\nglobalThis.results = runAll(EVERYWHERE, { url: location.origin });",
    'bundle',
  );
});

/** One test for each case, of what a runtime gives for them. */
function inRuntime(
  name: string,
  cases: Readonly<Record<string, unknown>>,
  run: (url: string) => Promise<Results>,
): void {
  describe(`in ${name}`, () => {
    let server: HttpServer;
    let results: Results;
    beforeAll(async () => {
      server = await startServer({ vectors, script });
      results = await run(server.url);
    });
    afterAll(() => server?.stop());

    test.each(Object.keys(cases))('%s', (sentence) => expect(results[sentence]).toBe('passed'));
  });
}

describe('a program', () => {
  const cases = { ...EVERYWHERE, ...WITH_STREAMS, ...WITH_FILES };
  let file: string;
  beforeAll(async () => {
    // Inside the repository, so that a runtime finds the packages as in a project of their users.
    await mkdir('.kopru', { recursive: true });
    file = join(await mkdtemp('.kopru/runtimes-'), 'suite.mjs');
    await writeFile(
      file,
      await bundle(
        "import { createEmbedder } from '@kopru/model';\n" +
          "import { EVERYWHERE, runAll, WITH_FILES, WITH_STREAMS } from './suite.ts';\n" +
          'const cases = { ...EVERYWHERE, ...WITH_STREAMS, ...WITH_FILES };\n' +
          'console.log(JSON.stringify(await runAll(cases, { url: process.argv[2], createEmbedder })));',
        'external',
      ),
    );
  });
  afterAll(() => rm(join(file, '..'), { recursive: true, force: true }));

  for (const program of PROGRAMS) {
    if (program.missing !== undefined) test.skip(`${program.name}: not tried, ${program.missing}`);
    else inRuntime(program.name, cases, async (url) => JSON.parse(await runScript(program, file, url)));
  }
});

inRuntime('workerd', { ...EVERYWHERE, ...WITH_STREAMS }, async (url) => {
  const contents = await bundle(
    "import { EVERYWHERE, runAll, WITH_STREAMS } from './suite.ts';\n" +
      'export default { fetch: async (request) => Response.json(await runAll({ ...EVERYWHERE, ...WITH_STREAMS }, { url: await request.text() })) };',
    'bundle',
  );
  const worker = new Miniflare({
    workers: [
      {
        config: {
          name: 'suite',
          compatibilityDate: '2026-08-01',
          manifest: { mainModule: 'suite.js', modulesRoot: '/', modules: { 'suite.js': { type: 'esm', contents } } },
        },
      },
    ],
  });
  try {
    const response = await worker.dispatchFetch('https://worker.local/', { method: 'POST', body: url });
    return (await response.json()) as Results;
  } finally {
    await worker.dispose();
  }
});

if (noBrowser) test.skip('Chromium: not tried, KOPRU_NO_BROWSER=1');
else
  inRuntime('Chromium', EVERYWHERE, async (url) => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(url);
      return await page.evaluate<Results>('globalThis.results');
    } finally {
      await browser.close();
    }
  });
