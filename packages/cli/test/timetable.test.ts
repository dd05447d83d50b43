import { LOCALES } from '@kopru/sdk/strings';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { objections } from '../../../scripts/axe.ts';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { timetablePage } from '../src/timetable/page.ts';
import { partsOf } from '../src/timetable/page-grid.ts';
import { meetingsWith, type Timetable } from '../src/timetable/plan-day.ts';
import { timetableWordsOf } from '../src/timetable/words.ts';
import { profileFile } from './match-run.ts';
import { planned, sampleDay } from './sample-day.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: the timetable is not looked at in a browser');

describe('the page of a day', () => {
  test('is the same bytes for the same day, and says its language and date', async () => {
    const [a, b] = await Promise.all([sampleDay(), sampleDay()]);
    const words = await timetableWordsOf('kk');
    expect(timetablePage(a, words)).toBe(timetablePage(b, words));
    expect(timetablePage(a, words)).toContain('<html lang="kk">');
    expect(timetablePage(a, words)).toContain('2026 ж. 3 желтоқсан');
  });

  test('is called by its language where no title is given, and needs no meeting', async () => {
    const none = await planned(
      profileFile('startup', [{ id: 's', pitch: 'Su', stage: 'seed' }]),
      profileFile('investor', [{ id: 'i', thesis: 'Su', stages: ['idea'] }]),
    );
    const page = timetablePage(none, await timetableWordsOf('tr'));
    expect(page).toContain('<title>Demo günü</title>');
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('has at most eight slots side by side, in parts of about one size', () => {
    const sizes = (slots: number) => partsOf([...Array(slots).keys()]).map(({ length }) => length);
    expect([1, 8, 9, 12, 20].map(sizes)).toEqual([[1], [8], [5, 4], [6, 6], [7, 7, 6]]);
    expect(partsOf([...Array(20).keys()]).flat()).toEqual([...Array(20).keys()]);
  });
});

describe.skipIf(noBrowser)('the page of a day in Chromium', () => {
  let browser: Browser;
  let page: Page;
  let timetable: Timetable;
  let complaints: string[];

  beforeAll(async () => {
    [browser, timetable] = await Promise.all([launchBrowser(), sampleDay()]);
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

  const show = async (locale: (typeof LOCALES)[number]) =>
    page.setContent(timetablePage(timetable, await timetableWordsOf(locale)));

  test.each(LOCALES)('in %s fits a phone and a desk', async (locale) => {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await show(locale);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    // On a desk all eight slots are seen at once.
    expect(
      await page
        .locator('.wide')
        .first()
        .evaluate((e) => e.scrollWidth - e.clientWidth),
    ).toBe(0);
    expect(complaints).toEqual([]);
  });

  test.each([
    ['en', 'light', 1280],
    ['ru', 'dark', 360],
  ] as const)('in %s and %s breaks no rule of accessibility', async (locale, colorScheme, width) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const looked = await context.newPage();
    await looked.setContent(timetablePage(timetable, await timetableWordsOf(locale)));
    expect(await objections(looked)).toEqual([]);
    await context.close();
  });

  test('runs and loads nothing, whatever names it holds', async () => {
    await show('en');
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.locator('script, img, link, iframe, [style], [onload], [onerror]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('shows every meeting once in the grid, and leads from there to the sheets of both', async () => {
    await show('en');
    const cells = page.locator('.day td:has(a)');
    expect(await cells.count()).toBe(timetable.meetings.length);
    const links = await page
      .locator('.day a')
      .evaluateAll((all) =>
        all.map((a) => [a.textContent, document.querySelector(`${a.getAttribute('href')} h4`)?.textContent]),
      );
    for (const [name, sheet] of links) expect(sheet).toBe(name);
  });

  test('lists everybody who has no meeting, with the reason', async () => {
    await show('en');
    const rows = await page.locator('.plain tbody tr').allInnerTexts();
    expect(rows.length).toBe(timetable.without.length);
    expect(rows.some((row) => row.includes('absent all day'))).toBe(true);
    expect(rows.some((row) => row.includes('fits the limits of nobody'))).toBe(true);
  });

  test('prints the day across, then each participant on an upright page of its own, in light colours', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await show('en');
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
      Number(width) > Number(height) ? 'across' : 'upright',
    );
    const people = timetable.people.filter((person) => meetingsWith(timetable, person).length > 0);
    expect(sizes.filter((size) => size === 'upright').length).toBe(people.length);
    expect(sizes[0]).toBe('across');
    expect(sizes.lastIndexOf('across')).toBeLessThan(sizes.indexOf('upright'));
  });
});
