import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objections } from '../../scripts/axe.ts';
import { launchBrowser, noBrowser } from '../../scripts/browser.ts';
import { type LocalHub, startHub } from '../../scripts/local-hub.ts';
import { freePort, type Program, startProgram } from '../../scripts/program.ts';
import { LANGUAGES } from './pages.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: the example site is not tried in a browser');

describe.skipIf(noBrowser)('the site, as `npm start` runs it, beside the real API', () => {
  let hub: LocalHub;
  let site: Program;
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    [hub, browser] = await Promise.all([startHub(), launchBrowser()]);
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    site = await startProgram('npm', ['start'], {
      folder: import.meta.dirname,
      env: { KOPRU_URL: hub.url, KOPRU_KEY: hub.key, PORT: String(port) },
      ready: /site is at/,
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    await hub?.stop();
  });

  /** A browser of its own, signed in as somebody. */
  async function visitor(as?: string, path = '/kk/') {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(url + path);
    if (as) {
      await page.locator('summary').click();
      await page.getByRole('button', { name: as }).click();
      // Before, the elements said that nobody is signed in.
      complaints.length = 0;
    }
    return { page, complaints, end: () => context.close() };
  }

  test('a founder writes a profile in Kazakh, reads why an investor fits, asks; the investor accepts', async () => {
    const founder = await visitor('Профилі жоқ негізін қалаушы', '/kk/profile');
    const form = founder.page.locator('kopru-profile');
    await form.getByRole('textbox', { name: /^Атауы/ }).fill('Тұзды топырақ');
    await form
      .getByRole('textbox', { name: /^Не істейсіз/ })
      .fill('Егіс алқаптарына топырақтың тұздылығын өлшейтін зондтар орнатамыз.');
    await form.getByRole('checkbox', { name: /^Хабымдағы сай профильдер/ }).check();
    await form.locator('button[type=submit]').click();
    await founder.page.getByRole('link', { name: 'Сәйкестіктерді көру' }).click();

    const card = founder.page.locator('kopru-matches article').filter({ hasText: 'Muğan Fondu' });
    await card.getByText('Неге сай келеді').waitFor();
    await card.getByRole('button', { name: 'Танысуды сұрау' }).click();
    await card.getByRole('textbox').fill('Бірге өлшейік.');
    await card.locator('form button:not([type=button]), form [type=submit]').first().click();
    await founder.page.getByRole('link', { name: 'Танысулар' }).click();
    await founder.page.locator('kopru-introductions article').filter({ hasText: 'Muğan Fondu' }).waitFor();

    const investor = await visitor('An investor of Muğan Fondu', '/en/introductions');
    const asked = investor.page.locator('kopru-introductions article').filter({ hasText: 'Тұзды топырақ' });
    await asked.getByRole('button', { name: 'Accept' }).click();
    await asked.getByText('You accepted').waitFor();
    expect([...founder.complaints, ...investor.complaints]).toEqual([]);
    await founder.end();
    await investor.end();
  }, 90_000);

  test('a visitor searches without signing in, and sees nothing of members but that', async () => {
    const { page, complaints, end } = await visitor(undefined, '/en/search');
    await page.getByRole('textbox').fill('Probes that measure the salt in the soil of irrigated fields.');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.locator('kopru-search article').first().waitFor();
    expect(complaints).toEqual([]);
    await page.goto(`${url}/en/matches`);
    await page.getByText('Sign in to see your matches.').waitFor();
    await page.locator('kopru-matches .title').getByText('You are signed out').waitFor();
    expect((await page.request.get(`${url}/viewer-token`)).status()).toBe(401);
    await end();
  }, 60_000);

  test('every page has no violation that axe finds, and does not scroll sideways at 320 px', async () => {
    const { page, end } = await visitor('A founder of Топырақ', '/en/');
    await page.setViewportSize({ width: 320, height: 800 });
    for (const language of LANGUAGES) {
      for (const name of ['', 'search', 'profile', 'matches', 'introductions']) {
        await page.goto(`${url}/${language}/${name}`, { waitUntil: 'networkidle' });
        expect(await objections(page), `${language}/${name}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      }
    }
    await end();
  }, 120_000);
});
