import type { CorridorList } from '@kopru/sdk/schema';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { objections } from '../../../scripts/axe.ts';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { type Visit, visit } from './browse.ts';
import { ACCEPTED, ASKED, type ExchangeSite, MEMBERS, startExchangeSite } from './corridors-exchange.ts';
import { CORRIDOR_WORDS, WORDS } from './words.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: the corridors are not tried in a browser');

const own = CORRIDOR_WORDS.en;
const words = WORDS.en;

/** Numbers of several corridors, as the API gives them. */
const NUMBERS: CorridorList = {
  asOf: '2026-11-27T12:00:00.000Z',
  items: [
    { from: 'AZ', to: 'KZ', offers: 14, introductions: null, acceptances: null },
    { from: 'HU', to: 'UZ', offers: 9, introductions: 1234, acceptances: 617 },
    { from: 'KZ', to: 'AZ', offers: null, introductions: 40, acceptances: null },
  ],
};

describe.skipIf(noBrowser)('<kopru-corridors> with the API', () => {
  let site: ExchangeSite;
  let browser: Browser;
  let visited: Visit;
  let page: Page;

  beforeAll(async () => {
    site = await startExchangeSite();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(async () => {
    await page?.close();
  });

  const go = async (query: Record<string, string> = {}) => {
    visited = await visit(browser, site.page(query));
    page = visited.page;
    await page.locator('kopru-corridors[state=ready]').waitFor();
  };
  const rows = () => {
    return page
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => Array.from(row.children, ({ textContent }) => textContent.replace(/\s+/g, ' ').trim())),
      );
  };
  const show = (numbers: CorridorList) =>
    page.evaluate((numbers) => {
      document.querySelector('kopru-corridors')!.numbers = numbers;
    }, numbers);

  test('shows what the exchange of the hubs does, asked for without a key', async () => {
    const requests: string[] = [];
    await go();
    await page.getByRole('table', { name: own.title }).waitFor();
    expect(await rows()).toEqual([
      ['Kazakhstan – →Azerbaijan', String(ASKED), String(ACCEPTED), String(MEMBERS)],
      ['Azerbaijan – →Kazakhstan', own.few, own.few, String(MEMBERS)],
    ]);
    page.on('request', (request) => {
      if (request.url().startsWith(site.api)) requests.push(request.headers().authorization ?? request.method());
    });
    await page.reload();
    await page.getByRole('table').waitFor();
    expect(requests).toEqual(['GET']);
    expect(visited.complaints).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });

  test('is a table: sorted, with totals, and with words where a number is not told', async () => {
    await go();
    await show(NUMBERS);
    await page.getByRole('button', { name: 'Hungary' }).waitFor();
    expect(await rows()).toEqual([
      ['Hungary – →Uzbekistan', '1,234', '617', '9'],
      ['Kazakhstan – →Azerbaijan', '40', own.few, own.few],
      ['Azerbaijan – →Kazakhstan', own.few, own.few, '14'],
    ]);
    const total = page.getByRole('row', { name: own.total });
    expect(await total.getByRole('cell').allTextContents()).toEqual(['1,274', '617', '23']);
    expect(await page.locator('.hint').textContent()).toContain(own.countsHint);
    expect(await page.locator('.hint').textContent()).toContain(own.asOf('27 November 2026'));
    const widths = await page
      .locator('rect.introductions')
      .evaluateAll((all) => all.map((r) => r.getAttribute('width')));
    expect(widths.map(Number)).toEqual([100, (100 * 40) / 1234, 0]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test('shows those of one country, whichever way it is written', async () => {
    await go();
    await show(NUMBERS);
    await page.evaluate(() => document.querySelector('kopru-corridors')!.setAttribute('country', 'hu'));
    await page.getByRole('table', { name: `${own.title}: Hungary` }).waitFor();
    expect(await rows()).toHaveLength(1);
    expect(await page.locator('tfoot').count()).toBe(0);
    await page.evaluate(() => document.querySelector('kopru-corridors')!.setAttribute('country', 'TR'));
    await page.getByText(own.empty.title).last().waitFor();
  });

  test('lists the strongest of many, and the others when they are asked for', async () => {
    await go();
    const countries = ['AZ', 'HU', 'KG', 'KZ', 'TM'] as const;
    const items = countries.flatMap((from, i) =>
      countries
        .filter((to) => to !== from)
        .map((to) => ({ from, to, offers: 10, introductions: 10 * (i + 1), acceptances: 5 })),
    );
    await show({ ...NUMBERS, items });
    await expect.poll(async () => (await rows()).length).toBe(12);
    expect((await rows())[0]?.[0]).toBe('Turkmenistan – →Azerbaijan');
    expect((await page.getByRole('row', { name: own.total }).getByRole('cell').allTextContents())[2]).toBe('200');
    expect(await objections(page)).toEqual([]);
    await page.getByRole('button', { name: words.more }).click();
    await expect.poll(async () => (await rows()).length).toBe(20);
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent)).toContain(
      'Hungary',
    );
    expect(await page.getByRole('button', { name: words.more }).count()).toBe(0);
  });

  test('is a map too, on which a country is chosen by mouse or keyboard', async () => {
    await go();
    await show(NUMBERS);
    const map = page.getByRole('group', { name: own.map });
    const hungary = map.getByRole('button', { name: 'Hungary' });
    await hungary.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: `${own.title}: Hungary` }).waitFor();
    expect(await hungary.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.arc.off').count()).toBe(2);
    await map.getByRole('button', { name: 'Azerbaijan' }).click();
    expect(await rows()).toHaveLength(2);
    await map.getByRole('button', { name: own.all }).click();
    expect(await rows()).toHaveLength(3);
    expect(await page.locator('.arc.off').count()).toBe(0);
    expect(await page.locator('.arc').count()).toBe(3);
  });

  test('says what went wrong, and goes on', async () => {
    await go();
    await page.route('**/v1/corridors', (route) => route.abort());
    await page.reload();
    await page.getByText(own.error.title).last().waitFor();
    await page.unroute('**/v1/corridors');
    await page.getByRole('button', { name: words.retry }).click();
    await page.locator('kopru-corridors[state=ready]').waitFor();
  });

  test('has nothing that axe objects to, in another language and in the dark', async () => {
    await go();
    await show(NUMBERS);
    await page.getByRole('button', { name: 'Hungary' }).waitFor();
    // The gallery has all nine, and every state.
    for (const lang of ['kk', 'hu'] as const) {
      await page.evaluate((lang) => document.documentElement.setAttribute('lang', lang), lang);
      await page.getByRole('table', { name: CORRIDOR_WORDS[lang].title }).waitFor();
      expect(await objections(page), lang).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), lang).toBe(360);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await objections(page)).toEqual([]);
  });
});
