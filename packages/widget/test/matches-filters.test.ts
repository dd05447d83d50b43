import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { objections } from '../../../scripts/axe.ts';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { type Visit, visit } from './browse.ts';
import { type ConnectedSite, INVESTOR, STARTUP, startConnectedSite } from './hub.ts';
import { FILTER_WORDS, WORDS } from './words.ts';

const words = WORDS.en;
const own = FILTER_WORDS.en;
/** A machine that does much else takes its time. */
const SOON = { timeout: 20_000 };

describe.skipIf(noBrowser)('the filters of <kopru-matches>', () => {
  let site: ConnectedSite;
  let browser: Browser;
  let visited: Visit;
  let page: Page;

  beforeAll(async () => {
    site = await startConnectedSite();
    browser = await launchBrowser();
    await site.kopru.startups.upsert('s-1', STARTUP);
    for (let i = 0; i < 22; i++) await site.kopru.investors.upsert(`i-${i}`, { ...INVESTOR, name: `Fund ${i}` });
    await site.kopru.investors.upsert('tr', { ...INVESTOR, name: 'Turkish fund', country: 'TR', sectors: ['mining'] });
    const give = (id: string, answer: 'saved' | 'passed') =>
      site.kopru.feedback.give({
        subject: { kind: 'startup', id: 's-1' },
        answers: [{ candidate: { kind: 'investor', id }, position: 1, answer }],
      });
    await give('i-1', 'saved');
    await give('i-2', 'passed');
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(async () => {
    await page?.close();
  });

  const open = async (query: Record<string, string> = {}, width = 360) => {
    visited = await visit(browser, site.page('startup:s-1', { tags: 'matches', ...query }), width);
    page = visited.page;
    await page.locator('kopru-matches[state=ready]').waitFor();
  };
  const unfold = async () => {
    await page.locator('summary', { hasText: words.filters }).click();
    await page.getByRole('combobox', { name: own.show }).waitFor();
  };
  const heading = (count: number) => page.getByRole('heading', { name: words.matches(count), exact: false }).waitFor();
  const names = () => page.locator('article:not(.miss) h3').allInnerTexts();
  const status = () => page.locator('[role=status]').textContent();
  const focused = () =>
    page.evaluate(() => {
      const active = document.querySelector('kopru-matches')!.shadowRoot!.activeElement;
      return active?.getAttribute('name') ?? active?.textContent?.trim();
    });

  test('are folded, and nothing of them is loaded before they are wanted', async () => {
    await open();
    const before = visited.asked.length;
    expect(await page.getByRole('combobox').count()).toBe(0);
    await unfold();
    expect(visited.asked.length).toBeGreaterThan(before);
    expect(visited.complaints).toEqual([]);
  });

  test('narrow the list by country, stage, sector, score and what was done, and say how many are left', async () => {
    await open();
    await unfold();
    const choose = (name: string, value: string) => page.locator(`select[name=${name}]`).selectOption(value);
    await choose('country', 'TR');
    await heading(1);
    expect(await names()).toEqual(['Turkish fund']);
    await expect.poll(status).toBe(words.matches(1));
    expect(await page.locator('summary').first().textContent()).toBe(`${words.filters} (1)`);
    await choose('sector', 'agrifood');
    await page.getByText(own.none.title).first().waitFor();
    await choose('country', '');
    await heading(20);
    expect(await names()).not.toContain('Turkish fund');
    await choose('stage', 'growth');
    await page.getByText(own.none.title).first().waitFor();
    await choose('stage', 'seed');
    await choose('only', 'saved');
    await heading(1);
    expect(await names()).toEqual(['Fund 1']);
    await choose('minScore', '80');
    const asked = () => new URL(visited.asked.findLast((url) => url.includes('/matches')) as string).searchParams;
    await expect
      .poll(() => Object.fromEntries(asked()), SOON)
      .toMatchObject({ only: 'saved', stage: 'seed', sector: 'agrifood', minScore: '80' });
    // The address of the page is its own.
    expect(new URL(page.url()).search).not.toContain('country');
  });

  test('leave nothing, say so, and are cleared; the focus goes back to them', async () => {
    await open();
    await unfold();
    await page.getByRole('combobox', { name: 'Country' }).selectOption('HU');
    await page.getByText(own.none.hint).waitFor();
    expect(await objections(page)).toEqual([]);
    await page.locator('.notice').getByRole('button', { name: own.clear }).click();
    await heading(20);
    expect(await focused()).toBe(words.filters);
    expect(await page.getByRole('combobox', { name: 'Country' }).inputValue()).toBe('');
  });

  test('hold for the next page, and in another language', async () => {
    await open();
    await unfold();
    await page.getByRole('combobox', { name: 'Country' }).selectOption('AZ');
    await page.locator('.root[aria-busy=true]').waitFor();
    await page.locator('.root[aria-busy=false]').waitFor();
    await page.getByRole('button', { name: words.more }).click();
    await heading(21);
    expect(await names()).not.toContain('Turkish fund');
    expect(await names()).not.toContain('Fund 2');
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'kk'));
    await page.getByRole('heading', { name: WORDS.kk.matches(21) }).waitFor();
    expect(await page.locator('select[name=country]').inputValue()).toBe('AZ');
    expect(await page.locator('select[name=country] option:checked').textContent()).toBe('Әзірбайжан');
  });

  test('are worked by the keyboard alone, and keep the focus', async () => {
    await open();
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: own.show }).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('only');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Aze');
    await page.locator('summary', { hasText: '(1)' }).waitFor();
    await page.getByText('Turkish fund').waitFor({ state: 'hidden' });
    expect(await page.getByRole('combobox', { name: 'Country' }).inputValue()).toBe('AZ');
    expect(await focused()).toBe('country');
  });

  test('are preset by the page, which hears of each and can refuse it', async () => {
    await open();
    const preset = (attributes: Record<string, string>) =>
      page.evaluate((attributes) => {
        for (const [name, value] of Object.entries(attributes))
          document.querySelector('kopru-matches')!.setAttribute(name, value);
      }, attributes);
    await preset({ filter: 'country=TR&nonsense=1' });
    await heading(1);
    await page.evaluate(() =>
      document.addEventListener('kopru-filter', (event) => {
        (window as unknown as { done: unknown[] }).done.push(event.detail.filter);
        event.preventDefault();
      }),
    );
    await unfold();
    expect(await page.getByRole('combobox', { name: 'Country' }).inputValue()).toBe('TR');
    await page.getByRole('combobox', { name: own.show }).selectOption('saved');
    expect(await page.evaluate(() => (window as unknown as { done: unknown[] }).done)).toEqual([
      { only: 'saved', country: 'TR' },
    ]);
    expect(await page.getByRole('combobox', { name: own.show }).inputValue()).toBe('');
    expect(await names()).toEqual(['Turkish fund']);
    await preset({ 'no-filters': '' });
    await expect.poll(() => page.locator('summary', { hasText: words.filters }).count(), SOON).toBe(0);
  });

  test.each([
    ['az', 360, 'light'],
    ['ru', 1280, 'dark'],
    ['hu', 320, 'light'],
  ] as const)('have nothing that axe objects to in %s at %i px, %s', async (lang, width, scheme) => {
    await open({ lang }, width);
    await page.emulateMedia({ colorScheme: scheme });
    await page.locator('summary', { hasText: WORDS[lang].filters }).click();
    await page.getByRole('combobox', { name: FILTER_WORDS[lang].show }).waitFor();
    expect(await objections(page)).toEqual([]);
    await page.getByRole('combobox', { name: FILTER_WORDS[lang].show }).selectOption('passed');
    await page.getByRole('heading', { name: WORDS[lang].matches(1) }).waitFor();
    expect(await objections(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});
