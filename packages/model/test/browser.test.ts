import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { createEmbedder } from '../src/index.ts';
import type { Manifest } from '../src/model.ts';
import { bundle } from './bundle.ts';
import { REFERENCE, readWeights } from './fixtures.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: the model is not tried in a browser');

/** A site under a strict policy: a page, the bundled entry, and the weights under /model/. */
async function startSite(): Promise<Server> {
  const script = await bundle('../src/browser.ts');
  const server = createServer(async ({ url = '' }, response) => {
    const weights = url.startsWith('/model/') ? await readWeights(url.slice(7)).catch(() => undefined) : undefined;
    response.setHeader('Content-Security-Policy', "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'");
    if (weights) return response.end(new Uint8Array(weights));
    if (url === '/browser.js') return response.setHeader('Content-Type', 'text/javascript').end(script);
    if (url === '/') return response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Köprü</title>');
    return response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}

describe.skipIf(noBrowser)('in Chromium', () => {
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    server = await startSite();
    browser = await launchBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** Loads the model from `baseUrl` in a new page and embeds, or gives the error as text. */
  async function embedInPage(baseUrl: string, texts: readonly string[]): Promise<unknown> {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    // as text, because the test runner would rewrite import()
    return page.evaluate(`import('/browser.js')
      .then(({ createEmbedder }) => createEmbedder({ baseUrl: ${JSON.stringify(baseUrl)} }))
      .then((embedder) => embedder.embed(${JSON.stringify(texts)}))
      .then((vectors) => vectors.map((vector) => [...vector]), (error) => error.code + ' ' + error.message)`);
  }

  test('gives the same vectors as in Node', { timeout: 60_000 }, async () => {
    const texts = REFERENCE.slice(0, 5).map(({ text }) => text);
    const vectors = await (await createEmbedder()).embed(texts);
    expect(await embedInPage('/model/', texts)).toEqual(vectors.map((vector) => [...vector]));
  });

  test('tells how much of the weights has arrived, up to all of it', { timeout: 60_000 }, async () => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const told = (await page.evaluate(`(async () => {
      const told = [];
      const { createEmbedder } = await import('/browser.js');
      await createEmbedder({ baseUrl: '/model', onProgress: (loaded, total) => told.push([loaded, total]) });
      return told;
    })()`)) as [number, number][];
    const { files } = JSON.parse(new TextDecoder().decode(await readWeights('manifest.json'))) as Manifest;
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    // More often than once a file.
    expect(told.length).toBeGreaterThan(files.length);
    expect(told.at(-1)).toEqual([total, total]);
    expect(told.every(([loaded, of], i) => of === total && loaded > (told[i - 1]?.[0] ?? 0))).toBe(true);
  });

  test('names the file that the site does not serve', { timeout: 60_000 }, async () => {
    expect(await embedInPage('/elsewhere', ['Köprü'])).toBe('model_invalid kernel.wasm: cannot be read (HTTP 404)');
  });
});
