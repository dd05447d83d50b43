import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { type Visit, visit } from './browse.ts';
import { type ConnectedSite, INVESTOR, STARTUP, startConnectedSite } from './hub.ts';
import { INTRODUCTION_WORDS, WORDS } from './words.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: the script for a script tag is not tried in a browser');

describe.skipIf(noBrowser)('kopru.js from the API, on a page of another origin that allows nothing else', () => {
  let site: ConnectedSite;
  let browser: Browser;
  let visited: Visit;
  let page: Page;

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

  afterEach(async () => {
    await page?.close();
  });

  const open = async (query: Record<string, string> = {}) => {
    visited = await visit(browser, site.scriptPage('startup:s-1', query));
    page = visited.page;
  };
  const scripts = () =>
    visited.asked.filter((url) => url.endsWith('.js')).map((url) => url.replace(/.*\/widget\/[^/]+\//, ''));
  const heading = (locale: keyof typeof WORDS) => page.getByRole('heading', { name: WORDS[locale].matches(1) });

  test('is served with a name that never changes, to every origin', async () => {
    const { headers } = await fetch(`${site.api}/widget/0.1.0/kopru.js`);
    expect(headers.get('content-type')).toMatch(/^text\/javascript|application\/javascript/);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(Object.keys(await (await fetch(`${site.api}/widget/0.1.0/integrity.json`)).json())).toContain('kopru.js');
  });

  test('registers what is on the page, loads each file once, and one language', async () => {
    await open({ tags: 'matches,matches' });
    await heading('en').nth(1).waitFor();
    expect(visited.complaints).toEqual([]);
    expect(new Set(scripts()).size).toBe(scripts().length);
    expect(scripts().filter((file) => file.startsWith('strings/'))).toEqual(['strings/base/en.js']);
    expect(scripts()).not.toContain('introductions.js');
    expect(visited.asked.every((url) => url.startsWith(site.api) || url.startsWith(site.url))).toBe(true);
  });

  test('registers what comes onto the page later, with its words', async () => {
    await open({ tags: 'matches', lang: 'kk' });
    await heading('kk').waitFor();
    await page.evaluate(() => {
      const matches = document.querySelector('kopru-matches')!;
      const element = document.createElement('kopru-introductions');
      for (const name of ['api', 'key', 'token']) element.setAttribute(name, matches.getAttribute(name)!);
      matches.after(element);
    });
    await page.getByRole('heading', { name: INTRODUCTION_WORDS.kk.boxes.received }).waitFor();
    expect(visited.complaints).toEqual([]);
    expect(new Set(scripts()).size).toBe(scripts().length);
  });

  test('does what a button says, with code that is loaded for it', async () => {
    await open();
    await page.getByRole('button', { name: WORDS.en.actions.save }).click();
    await page.getByText(WORDS.en.done.save, { exact: true }).first().waitFor();
    expect(scripts()).toContain('matches/acting.js');
    expect(visited.complaints).toEqual([]);
  });

  /** Holds back a file, or fails it, until it is let through. */
  const hold = async (file: string, fails = false) => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isOpen = false;
    void released.then(() => {
      isOpen = true;
    });
    await page.route(`**/${file}*`, async (route) => {
      if (fails && !isOpen) return route.abort();
      await released;
      return route.continue();
    });
    return release;
  };

  const openBlank = async () => {
    visited = await visit(browser, 'about:blank');
    page = visited.page;
  };

  test('asks for the list while the language is on its way, and shows a skeleton', async () => {
    await openBlank();
    const release = await hold('strings/base/kk.js');
    const answered = page.waitForResponse((response) => response.url().includes('/matches?'));
    await page.goto(site.scriptPage('startup:s-1', { lang: 'kk' }));
    await answered;
    await page.locator('.skeleton').first().waitFor();
    expect(visited.asked.filter((url) => url.includes('/matches?'))[0]).toContain('explain=kk');
    release();
    await heading('kk').waitFor();
    expect(visited.complaints).toEqual([]);
  });

  test('a change of language keeps what is shown until the other language is there', async () => {
    await open();
    await heading('en').waitFor();
    const release = await hold('strings/base/ru.js');
    const asked = page.waitForRequest('**/strings/base/ru.js');
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'ru'));
    await asked;
    expect(await heading('en').isVisible()).toBe(true);
    expect(await page.locator('.root').getAttribute('lang')).toBe('en');
    release();
    await heading('ru').waitFor();
    expect(await page.locator('.root').getAttribute('lang')).toBe('ru');
    expect(scripts().filter((file) => file.startsWith('strings/'))).toEqual([
      'strings/base/en.js',
      'strings/base/ru.js',
    ]);
  });

  test('a language that cannot be loaded leaves the one that is there, and comes when the network does', async () => {
    await open({ lang: 'az' });
    await heading('az').waitFor();
    const release = await hold('strings/base/tk.js', true);
    const failed = page.waitForEvent('requestfailed');
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'tk'));
    await failed;
    expect(await heading('az').isVisible()).toBe(true);
    await page.getByRole('button', { name: WORDS.az.actions.save }).click();
    await page.getByText(WORDS.az.done.save, { exact: true }).first().waitFor();
    release();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.getByText(WORDS.tk.done.save, { exact: true }).first().waitFor();
  });

  test('a language that was on its way when the network came, and failed after, is asked for once more', async () => {
    await open({ lang: 'az' });
    await heading('az').waitFor();
    let fail = () => {};
    const failing = new Promise<void>((resolve) => {
      fail = resolve;
    });
    let tried = 0;
    await page.route('**/strings/base/tk.js*', async (route) => {
      tried += 1;
      if (tried > 1) return route.continue();
      await failing;
      return route.abort();
    });
    const asked = page.waitForRequest('**/strings/base/tk.js*');
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'tk'));
    await asked;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    fail();
    await heading('tk').waitFor();
    expect(tried).toBe(2);
  });

  test('where not even English can be loaded the skeleton stays, and the list comes when the network does', async () => {
    await openBlank();
    const release = await hold('strings/base/', true);
    await page.goto(site.scriptPage('startup:s-1', { lang: 'uz' }));
    await expect.poll(() => visited.complaints.join()).toContain('strings/base/en.js was not loaded');
    expect(await page.locator('kopru-matches').getAttribute('state')).toMatch(/loading|ready/);
    release();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await heading('uz').waitFor();
  });

  test('a language that was changed on its way is not run: the element goes on in English, and tries again', async () => {
    await openBlank();
    let broken = true;
    await page.route('**/strings/base/hu.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}${broken ? ';window.hacked=1' : ''}` });
    });
    await page.clock.install();
    await page.goto(site.scriptPage('startup:s-1', { lang: 'hu' }));
    await heading('en').waitFor();
    expect(visited.complaints.join()).toContain('hu.js');
    broken = false;
    await page.clock.fastForward(31_000);
    await heading('hu').waitFor();
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });

  test('code of an element that was changed on its way is not run', async () => {
    await openBlank();
    await page.route('**/base.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()};window.hacked=1` });
    });
    await page.goto(site.scriptPage('startup:s-1'));
    await expect.poll(() => visited.complaints.join()).toContain('base.js was not loaded');
    expect(await page.evaluate(() => ['hacked' in window, customElements.get('kopru-matches')])).toEqual([
      false,
      undefined,
    ]);
  });
});
