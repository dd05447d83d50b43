import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from '../../../../scripts/browser.ts';
import { startHub, type TestHub } from '../../test/hub.ts';
import { runInitPage, runInitWorker } from '../init.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: the page of kopru init is not visited in a browser');

/** A page and a Worker as `kopru init` makes them, in front of the API, as a member of the hub meets them. */
describe.skipIf(noBrowser)('the page that kopru init makes, in Chromium', () => {
  let hub: TestHub;
  let site: Server;
  let browser: Browser;
  let origin: string;
  let loggedIn = true;
  beforeAll(async () => {
    hub = await startHub('page');
    const consent = { matching: true };
    await hub.kopru.startups.upsert('s-1', {
      name: 'Topıraq',
      pitch: 'Şoran torpaqlarda duzluluğu ölçən zondlar quraşdırırıq.',
      consent,
    });
    await hub.kopru.investors.upsert('i-1', {
      name: 'Muğan Fondu',
      thesis: 'Torpağın şoranlaşmasına qarşı ölçmə texnologiyalarını maliyyələşdiririk.',
      consent,
    });

    const worker = hub.io();
    await runInitWorker({ hub: 'page', folder: 'worker' }, worker.io);
    const [, kid = '', key = ''] = /token-keys\/(\S+)"[\s\S]*-d '(.*)'/.exec(worker.err()) ?? [];
    await hub.kopru.tokenKeys.put(kid, JSON.parse(key));
    const { kopruToken } = await import(join(hub.folder, 'worker/src/kopru.ts'));
    const vars = await readFile(join(hub.folder, 'worker/.dev.vars'), 'utf8');
    const env = { KOPRU_HUB: 'page', KOPRU_DEPLOYMENT: 'local', KOPRU_SIGNING_KEY: /='(.*)'/.exec(vars)?.[1] };

    site = createServer(async (request, answer) => {
      const token: Response | undefined = await kopruToken(
        new Request(`${origin}${request.url}`, { method: request.method ?? 'GET' }),
        env,
        () => (loggedIn ? { kind: 'startup', id: 's-1' } : undefined),
      );
      if (token) return answer.writeHead(token.status).end(await token.text());
      const file = await readFile(join(hub.folder, request.url?.slice(1) ?? '')).catch(() => undefined);
      answer.writeHead(file ? 200 : 404, {
        'content-type': request.url?.endsWith('.js') ? 'text/javascript' : 'text/html',
        'content-security-policy': `default-src 'none'; script-src 'self'; connect-src 'self' ${hub.server.url}`,
      });
      return answer.end(file);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    const { key: publishable } = await hub.kopru.keys.create({ kind: 'publishable', origins: [origin] });
    await runInitPage({ key: publishable, lang: 'az' }, hub.io().io);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    site?.closeAllConnections();
    site?.close();
    await hub?.stop();
  });

  const visit = async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(`${origin}/kopru.html`);
    return { page, complaints };
  };

  test('shows who is logged in the matches of its profile, in the language of the page', async () => {
    const { page, complaints } = await visit();
    await page.locator('kopru-matches article').first().getByText('Muğan Fondu').waitFor();
    await page.getByText('1 uyğunluq').first().waitFor();
    expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([]);
    await page.close();
  });

  test('shows nobody’s matches where nobody is logged in', async () => {
    loggedIn = false;
    const { page } = await visit();
    await page.locator('kopru-matches[state=expired]').waitFor();
    expect(await page.locator('kopru-matches article').count()).toBe(0);
    await page.close();
    loggedIn = true;
  });

  test('tells an error, and asks again when it is asked to', async () => {
    const page = await browser.newPage();
    let fail = true;
    await page.route(`${hub.server.url}/**`, (route) => (fail ? route.fulfill({ status: 404 }) : route.continue()));
    await page.goto(`${origin}/kopru.html`);
    await page.locator('kopru-matches[state=error]').waitFor();
    fail = false;
    await page.getByRole('button').first().click();
    await page.locator('kopru-matches article').first().waitFor();
    await page.close();
  });
});
