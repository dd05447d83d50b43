import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { serveFolder } from '../../../scripts/publish/serve-folder.ts';
import { visit } from './browse.ts';
import { type ConnectedSite, INVESTOR, STARTUP, startConnectedSite } from './hub.ts';
import { WORDS } from './words.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: elements are not tried in an iframe');

describe.skipIf(noBrowser)('a page of a hub in an iframe of another origin', () => {
  let site: ConnectedSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await startConnectedSite();
    browser = await launchBrowser();
    await site.kopru.startups.upsert('s-1', STARTUP);
    await site.kopru.investors.upsert('i-1', INVESTOR);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  test('shows an element twice and the form, each with what the API gives, and does what a button says', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kopru-portal-'));
    const source = site.page('startup:s-1', { tags: 'matches,matches,profile' }).replaceAll('&', '&amp;');
    await writeFile(
      join(folder, 'index.html'),
      `<!doctype html><title>A portal</title><link rel="icon" href="data:,"><iframe title="Hub" width="700" height="1200" src="${source}"></iframe>`,
    );
    const portal = await serveFolder({ '/': folder });
    const { page, complaints } = await visit(browser, portal.url, 720);
    const frame = page.frameLocator('iframe');
    await frame
      .getByRole('heading', { name: WORDS.en.matches(1) })
      .nth(1)
      .waitFor();
    await frame.locator('kopru-profile form').waitFor();
    const save = frame.getByRole('button', { name: WORDS.en.actions.save, exact: true });
    await save.first().click();
    await frame.getByText(WORDS.en.done.save, { exact: true }).first().waitFor();
    // The other one is an element of its own.
    expect(await save.count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.close();
    await portal.stop();
    await rm(folder, { recursive: true });
  });
});
