import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { createEmbedder } from '../src/index.ts';
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

  test('names the file that the site does not serve', { timeout: 60_000 }, async () => {
    expect(await embedInPage('/elsewhere', ['Köprü'])).toBe('model_invalid kernel.wasm: cannot be read (HTTP 404)');
  });
});
