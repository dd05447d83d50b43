import { LOCALES } from '@kopru/sdk/strings';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { objections } from '../../../scripts/axe.ts';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import type { MatchRun } from '../src/matching/run.ts';
import { reportPage } from '../src/report/page.ts';
import { wordsOf } from '../src/report/words.ts';
import { matchRunOf, profileFile } from './match-run.ts';
import { HOSTILE, sampleRun } from './sample-run.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: the report is not looked at in a browser');

const DATE = '2026-11-27';

describe('the report', () => {
  test('is the same bytes for the same files, and says its language and date', async () => {
    const [a, b] = await Promise.all([sampleRun(), sampleRun()]);
    const words = await wordsOf('kk');
    expect(reportPage(a, words, DATE)).toBe(reportPage(b, words, DATE));
    expect(reportPage(a, words, DATE)).toContain('<html lang="kk">');
    expect(reportPage(a, words, DATE)).toContain('2026 ж. 27 қараша');
  });

  test('stays below 2 MB for a thousand startups', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => ({ id: `s${i}`, pitch: `${'Sulama suyu '.repeat(100)} ${i}` }));
    const run = await matchRunOf(
      profileFile('startup', rows),
      profileFile('investor', [{ id: 'i', thesis: 'Sulama suyu '.repeat(100) }]),
    );
    expect(Buffer.byteLength(reportPage(run, await wordsOf('ru'), DATE))).toBeLessThan(2_000_000);
  });

  test('says so where there is nothing to show', async () => {
    const run = await matchRunOf(
      profileFile('startup', [{ id: 's', pitch: 'Su', stage: 'seed' }]),
      profileFile('investor', [{ id: 'i', thesis: 'Su', stages: ['idea'] }]),
    );
    const page = reportPage(run, await wordsOf('en'), DATE);
    expect(page).toContain('most often because of: stage');
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe.skipIf(noBrowser)('the report in Chromium', () => {
  let browser: Browser;
  let page: Page;
  let run: MatchRun;
  let complaints: string[];

  beforeAll(async () => {
    [browser, run] = await Promise.all([launchBrowser(), sampleRun()]);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    await page?.close();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    complaints = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => complaints.push(request.url()));
  });

  const show = async (locale: (typeof LOCALES)[number], width: number, colorScheme: 'light' | 'dark') => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.setContent(reportPage(run, await wordsOf(locale), DATE));
  };

  test.each(LOCALES)('in %s fits a phone and a desk', async (locale) => {
    for (const width of [360, 1280]) {
      await show(locale, width, 'light');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    expect(complaints).toEqual([]);
  });

  test.each([
    ['en', 'light', 1280],
    ['kk', 'dark', 360],
  ] as const)('in %s and %s breaks no rule of accessibility', async (locale, colorScheme, width) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const looked = await context.newPage();
    await looked.setContent(reportPage(run, await wordsOf(locale), DATE));
    expect(await objections(looked)).toEqual([]);
    await context.close();
  });

  test('runs and loads nothing, whatever names it holds', async () => {
    await show('en', 1280, 'light');
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.locator('script, img, link, iframe, [style], [onload], [onerror]').count()).toBe(0);
    expect(await page.getByText(HOSTILE[0] as string).count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  test('is drawn by its own style sheet, which its policy names', async () => {
    await show('en', 1280, 'light');
    const colour = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).fill);
    expect(await colour('.bar .fill')).toBe('rgb(0, 112, 122)');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await colour('.bar .fill')).toBe('rgb(92, 201, 207)');
    // On paper it is light, whatever the reader's screen is.
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await colour('.bar .fill')).toBe('rgb(0, 112, 122)');
  });

  test('every table has a name, and every chart a number beside it', async () => {
    await show('en', 1280, 'light');
    expect(await page.locator('table').count()).toBe(await page.locator('table > caption').count());
    for (const cell of await page.locator('td.chart').all()) expect(await cell.textContent()).toMatch(/\d/);
  });
});
