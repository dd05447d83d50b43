import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { preview } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { objections } from '../../scripts/axe.ts';
import { launchBrowser, noBrowser } from '../../scripts/browser.ts';
import { freePort, startProgram } from '../../scripts/program.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: the page is not tried in a browser');

/** A machine that is busy needs more than the second that a poll is given otherwise. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 });

const folder = fileURLToPath(new URL('.', import.meta.url));

describe.skipIf(noBrowser)('the page in Chromium', () => {
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let site: Awaited<ReturnType<typeof preview>>;
  let url: string;

  beforeAll(async () => {
    const built = spawnSync('npm', ['run', 'build'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
      shell: process.platform === 'win32',
    });
    expect(built.status, built.stdout + built.stderr).toBe(0);
    const port = await freePort();
    site = await preview({ root: folder, logLevel: 'silent', preview: { host: '127.0.0.1', port } });
    url = `http://127.0.0.1:${port}/`;
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 360, height: 800 }, locale: 'kk-KZ' });
    complaints = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  const cards = () => page.locator('kopru-matches article');
  const names = () => cards().locator('h3').allInnerTexts();
  const run = async () => {
    await page.getByRole('button', { name: 'Match' }).click();
    await page.getByText('startups are matched').waitFor();
    await cards().first().waitFor();
  };

  test('matches across languages, explains in the one that is chosen, and sends nothing anywhere', async () => {
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
    const response = await page.goto(url);
    expect(response?.headers()['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval';");

    await run();
    expect((await names())[0]).toBe('Muğan Fondu');
    expect(await cards().first().textContent()).toContain('Бір-біріне ең жақын сөйлемдер');
    await page.getByLabel('Matches of').selectOption('Tejamkor');
    await eventually(async () => (await names())[0]).toBe('Altyn Ýol');
    await page.getByLabel('Explained in').selectOption('magyar');
    await eventually(() => cards().first().textContent()).toContain('A leginkább egybehangzó mondatok');

    expect(new Set(sent.filter((request) => request.includes('/model/'))).size).toBe(5);
    expect(sent.filter((request) => !request.startsWith(`GET ${url}`))).toEqual([]);
  });

  test('answers to its reader while the model loads, and shows how far it is', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/model/tokenizer.bin', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(url);
    await page.getByRole('button', { name: 'Match' }).click();
    const bar = page.getByRole('progressbar', { name: 'Loading the model' });
    await eventually(() => bar.evaluate((progress: HTMLProgressElement) => progress.value)).toBeGreaterThan(0.9);
    await page.getByLabel('Startups').fill('Тестілік; Егіс алқаптарына зондтар орнатамыз.; KZ');
    expect(await page.getByLabel('Startups').inputValue()).toContain('Тестілік');
    release();
    await cards().first().waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(0);
    // The rows are those of the moment of the click.
    expect(await page.getByLabel('Matches of').locator('option').count()).toBe(4);
  });

  test('works from the keyboard alone', async () => {
    await page.goto(url);
    const focused = () =>
      page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent?.trim());
    const order = [];
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press('Tab');
      order.push(await focused());
    }
    expect(order).toEqual(['startups', 'investors', 'Match']);
    await page.keyboard.press('Enter');
    await cards().first().waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('startup');
    await page.keyboard.press('ArrowDown');
    await eventually(async () => (await names())[0]).toBe('Степной капитал');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('lang');
  });

  test('says which line is wrong and why, and brings the reader there', async () => {
    await page.goto(url);
    await page
      .getByLabel('Investors')
      .fill('name; thesis; country\nMuğan Fondu; Torpaq; AZ\nOyun Fonu; Oyunlar; Türkiye');
    await page.getByRole('button', { name: 'Match' }).click();
    const alert = page.locator('#investors-wrong');
    await eventually(() => alert.textContent()).toMatch(/^Line 3: country /);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('investors');
    expect(await page.getByLabel('Investors').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Matches of').isVisible()).toBe(false);
    expect(await objections(page)).toEqual([]);

    await page.getByLabel('Investors').fill('');
    await page.getByRole('button', { name: 'Match' }).click();
    expect(await alert.textContent()).toBe('No row yet.');
    await page.getByLabel('Investors').fill('Muğan Fondu\tTorpağın duzunu ölçürük.\tAZ');
    await run();
    expect(await alert.textContent()).toBe('');
    expect(await names()).toEqual(['Muğan Fondu']);
  });

  test('tells when the model cannot be loaded, and loads it when asked again', async () => {
    await page.route('**/model/tokenizer.bin', (route) => route.fulfill({ status: 503 }), { times: 1 });
    await page.goto(url);
    await page.getByRole('button', { name: 'Match' }).click();
    await page.getByText('tokenizer.bin: cannot be read (HTTP 503)').waitFor();
    await run();
    complaints = complaints.filter((text) => !text.includes('503'));
  });

  test.each([
    ['light', 360],
    ['light', 1280],
    ['dark', 360],
    ['dark', 1280],
  ] as const)('has nothing that axe objects to, and fits, %s, %i px wide', async (colorScheme, width) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(url);
    expect(await objections(page)).toEqual([]);
    await run();
    await page.locator('kopru-matches summary').first().click();
    expect(await objections(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  test('`npm start` serves it as well, under the same policy', async () => {
    const port = await freePort();
    const dev = await startProgram('npm', ['start', '--', '--host', '127.0.0.1', '--port', String(port)], {
      folder,
      ready: /Local:/,
      // Those of a test runner would have it serve the page as for a test.
      env: { NODE_ENV: 'development' },
    });
    try {
      const response = await page.goto(`http://127.0.0.1:${port}/`);
      expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
      await run();
      expect((await names())[0]).toBe('Muğan Fondu');
      // Vite's own script would complain that its server is gone.
      await page.goto('about:blank');
    } finally {
      await dev.stop();
    }
  });
});
