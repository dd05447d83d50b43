import type { ProfileInput } from '@kopru/sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { type Visit, visit } from './browse.ts';
import { type ConnectedSite, INVESTOR, STARTUP, startConnectedSite } from './hub.ts';
import { FINDING_WORDS, WORDS } from './words.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: rounds and neighbours are not tried in a browser');

const words = WORDS.en;
const { round, neighbours } = FINDING_WORDS.en;

const PATENT: ProfileInput<'patent'> = {
  name: 'Damcı klapanı',
  lang: 'az',
  abstract: 'Torpaq quruyanda büzülən gil element klapanı açır və su yalnız kökün yanına axır.',
  classifications: ['A01G 25/16'],
  jurisdictions: [{ office: 'EA', status: 'applied' }],
  consent: { matching: true },
};

const fund = (name: string, country: 'KZ' | 'AZ' | 'TR', max: number) =>
  ({ ...INVESTOR, name, country, ticket: { min: 50_000, max, currency: 'USD' } }) as ProfileInput<'investor'>;

describe.skipIf(noBrowser)('what is asked of a profile, with the API', () => {
  let site: ConnectedSite;
  let browser: Browser;
  let visited: Visit;
  let page: Page;

  beforeAll(async () => {
    site = await startConnectedSite();
    browser = await launchBrowser();
    await site.kopru.startups.upsert('s-1', STARTUP);
    const { raise: _, ...bare } = STARTUP;
    await site.kopru.startups.upsert('bare', bare);
    await site.kopru.investors.upsert('i-1', { ...fund('Lead fund', 'KZ', 200_000), role: 'lead' });
    await site.kopru.investors.upsert('i-2', fund('Near fund', 'KZ', 100_000));
    await site.kopru.investors.upsert('i-3', fund('Far fund', 'TR', 50_000));
    await site.kopru.investors.upsert('shy', { ...fund('Shy fund', 'AZ', 250_000), private: ['ticket'] });
    await site.kopru.patents.upsert('p-1', PATENT);
    await site.kopru.patents.upsert('p-2', { ...PATENT, name: 'Gil klapan', country: 'AZ' });
    await site.kopru.patents.upsert('shy', { ...PATENT, name: 'Gizli', private: ['abstract'] });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(async () => {
    await page?.close();
  });

  const open = async (tags: string, who: string) => {
    visited = await visit(browser, site.page(who, { tags }));
    page = visited.page;
  };
  const status = () => page.locator('[role=status]').textContent();
  const names = () => page.locator('[part=investor] > header h3').allTextContents();
  const countries = () => page.getByRole('spinbutton', { name: round.minCountries });

  test('a startup sees who fills its round with how much, and nobody whose ticket is private', async () => {
    await open('co-investment', 'startup:s-1');
    await page.locator('[part=investor]').first().waitFor();
    expect(await names()).not.toContain('Shy fund');
    expect(await page.locator('[part=amount]').first().textContent()).toMatch(/USD.* \d+%/);
    expect(await status()).toContain('is filled');
    expect(await page.locator('[part~=summary]').textContent()).toContain('Investors left out');
    await page.getByText(round.card).first().click();
    expect(await page.locator('[part=card]').first().getByText(words.reasons, { exact: true }).isVisible()).toBe(true);
    expect(visited.complaints).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test('asks for other conditions by keyboard alone, says what stops a round, and keeps the focus', async () => {
    await open('co-investment', 'startup:s-1');
    await page.locator('[part=investor]').first().waitFor();
    await countries().focus();
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await expect.poll(names).toContain('Far fund');
    expect(await status()).toContain('countries: 2');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('[part=stop]').first().waitFor();
    expect(
      await page.evaluate(() => document.querySelector('kopru-co-investment')?.shadowRoot?.activeElement?.localName),
    ).toBe('button');
    // A number that the API would refuse is not sent.
    const before = visited.asked.length;
    await countries().fill('0');
    await page.keyboard.press('Enter');
    expect(await countries().evaluate((field) => (field as HTMLInputElement).validity.valid)).toBe(false);
    expect(visited.asked.length).toBe(before);
    expect(visited.complaints).toEqual([]);
  });

  test('a page can keep the conditions as they are', async () => {
    await open('co-investment', 'startup:s-1');
    await page.locator('[part=investor]').first().waitFor();
    await page.evaluate(() => {
      document.addEventListener('kopru-round', (event) => {
        document.title = JSON.stringify((event as unknown as CustomEvent).detail);
        event.preventDefault();
      });
    });
    const before = visited.asked.length;
    await page.getByRole('checkbox', { name: round.needsLead }).check();
    await page.getByRole('button', { name: round.ask }).click();
    expect(await page.title()).toBe('{"rules":{"needsLead":true}}');
    expect(visited.asked.length).toBe(before);
  });

  test('says that a profile states no round, and what to do', async () => {
    await open('co-investment', 'startup:bare');
    await page.getByText(round.none.title).and(page.locator('.title')).waitFor();
  });

  test('an owner of a patent sees what is like it under what that is not, and no private abstract', async () => {
    await open('neighbours', 'patent:p-1');
    await page.locator('article').first().waitFor();
    expect(await page.locator('h3').allTextContents()).toEqual(['Gil klapan']);
    expect(await page.getByText('is no legal advice').count()).toBe(1);
    expect(await status()).toBe(neighbours.found(1));
    const card = page.locator('article');
    expect(await card.textContent()).toContain('Eurasian Patent Office');
    expect(await card.locator('blockquote[lang=az]').count()).toBeGreaterThan(0);
    expect(visited.complaints).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test('says what it is not also where nothing is like a patent, and asks anew in another language', async () => {
    await site.kopru.patents.upsert('p-2', { ...PATENT, consent: { matching: false } });
    await open('neighbours', 'patent:p-1');
    await page.getByText(neighbours.empty.title).and(page.locator('.title')).waitFor();
    expect(await page.getByText('is no legal advice').count()).toBe(1);
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'kk'));
    await page.getByText('заңгерлік кеңес емес').waitFor();
  });

  test('a token that names no patent is told of to whoever builds the page', async () => {
    await open('neighbours', 'startup:s-1');
    await page.getByText(neighbours.error.title).and(page.locator('.title')).waitFor();
    expect(visited.complaints.join()).toContain('The viewer token names no patent');
  });
});
