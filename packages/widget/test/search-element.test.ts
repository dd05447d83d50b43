import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { objections } from '../../../scripts/axe.ts';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { type Visit, visit } from './browse.ts';
import { HOSTILE } from './fixtures.ts';
import { type ConnectedSite, INVESTOR, STARTUP, startConnectedSite } from './hub.ts';
import { SEARCH_WORDS, WORDS } from './words.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: the search is not tried in a browser');

const own = SEARCH_WORDS.en;
const words = WORDS.en;
const consent = { matching: true, search: true };
const PITCH = STARTUP.pitch as string;

describe.skipIf(noBrowser)('<kopru-search> with the API', () => {
  let site: ConnectedSite;
  let browser: Browser;
  let visited: Visit;
  let page: Page;

  beforeAll(async () => {
    site = await startConnectedSite();
    browser = await launchBrowser();
    const { investors, startups } = site.kopru;
    await investors.upsert('fund', { ...INVESTOR, consent });
    await investors.upsert('books', {
      ...INVESTOR,
      ...{ name: 'Könyves Alap', lang: 'hu', country: 'HU', stages: ['growth'], sectors: ['edtech'], consent },
      thesis: 'Gyerekkönyvek kiadóit és olvasást tanító alkalmazásokat finanszírozunk.',
    });
    await investors.upsert('quiet', { ...INVESTOR, name: 'Quiet fund' });
    await startups.upsert('soil', { ...STARTUP, consent });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const open = (settings: object | null = { enabled: true, perDay: 500 }) =>
    site.kopru.hub.update({ settings: { anonymousSearch: settings as { enabled: true } } });
  beforeEach(() => open());

  afterEach(async () => {
    await page?.close();
  });

  const go = async (query: Record<string, string> = {}) => {
    visited = await visit(browser, site.page('', { tags: 'search', 'signed-out': '', ...query }));
    page = visited.page;
    await page.locator('kopru-search textarea').waitFor();
  };
  const box = () => page.getByRole('textbox');
  const cards = () => page.locator('kopru-search article');
  const button = () => page.getByRole('button', { name: own.search, exact: true });
  const status = () => page.locator('kopru-search [role=status]').textContent();
  const search = async (text = PITCH) => {
    await box().fill(text);
    await button().click();
  };
  /** What has the focus inside the element. */
  const focused = () =>
    page.evaluate(() => document.querySelector('kopru-search')!.shadowRoot!.activeElement?.localName);

  test('shows a visitor who answers its text and why, with the key alone', async () => {
    await go();
    await box().fill(PITCH);
    await box().press('Control+Enter');
    await cards().nth(1).waitFor();
    expect(await cards().locator('h3').allTextContents()).toEqual(['Muğan Fondu', 'Könyves Alap']);
    const first = cards().first();
    expect(await first.locator('.agreement').textContent()).toContain(`${own.fit}: ${words.levels.fair}`);
    expect(await cards().nth(1).locator('.agreement').textContent()).toContain(words.levels.weak);
    expect(await first.locator('blockquote').first().textContent()).toBe(PITCH);
    expect(await first.locator('.facts').textContent()).toContain('Azerbaijan');
    expect(await status()).toBe(own.found(2));
    expect(await focused()).toBe('textarea');
    expect(visited.complaints).toEqual([]);
    for (const url of visited.asked) expect([site.url, site.api]).toContain(new URL(url).origin);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test('shows the same to who is logged in', async () => {
    await go();
    await page.evaluate(async () => {
      const answer = await fetch('/token?who=startup:soil');
      document.querySelector('kopru-search')!.token = await answer.text();
    });
    await box().fill(PITCH);
    // Outside the text, where it is a new line, Enter submits.
    await box().press('Enter');
    await page.getByRole('radio', { name: own.kinds.investor }).press('Enter');
    await cards().nth(1).waitFor();
    expect(visited.asked.filter((url) => url.includes('/v1/search'))).toHaveLength(1);
  });

  test('seeks startups for a mandate, and narrows down by country, stage and sector', async () => {
    await go();
    await page.getByRole('radio', { name: own.kinds.startup }).check();
    expect(await page.locator('kopru-search').getAttribute('seeks')).toBe('startup');
    await page.getByRole('textbox', { name: own.text.startup }).waitFor();
    await search(INVESTOR.thesis);
    await page.getByRole('heading', { name: 'Топырақ' }).waitFor();

    await page.getByText(own.narrow).click();
    await page.getByRole('combobox', { name: 'Country' }).selectOption('AZ');
    await button().click();
    await page.getByText(own.none.title).last().waitFor();
    await page.getByRole('combobox', { name: 'Country' }).selectOption('KZ');
    await page.getByRole('combobox', { name: 'Stage' }).selectOption('seed');
    await page.getByRole('combobox', { name: 'Sector' }).selectOption('irrigation');
    await button().click();
    await page.getByRole('heading', { name: 'Топырақ' }).waitFor();
  });

  test('says what is wrong with a text before it asks', async () => {
    await go();
    await search(' … ');
    await page.getByText(own.needed).waitFor();
    expect(await focused()).toBe('textarea');
    await box().fill('a'.repeat(2345));
    expect(await page.locator('#length').textContent()).toBe(own.length('2,345 / 2,000'));
    await button().click();
    await page.getByText(own.tooLong('345')).waitFor();
    expect(visited.asked.filter((url) => url.includes('/v1/search'))).toEqual([]);
  });

  test('says in words that the hub is closed to visitors, and that the searches of the day are used up', async () => {
    await go();
    await open(null);
    await search();
    await page.getByText(own.closed.title).last().waitFor();
    expect(await page.getByRole('button', { name: words.retry }).count()).toBe(0);
    expect(await objections(page)).toEqual([]);

    const used = 1;
    await open({ enabled: true, perDay: used });
    await search();
    await page.getByText(own.spent.title).last().waitFor();
    expect(await box().inputValue()).toBe(PITCH);
    expect(await objections(page)).toEqual([]);
  });

  test('does nothing that the host page prevents, and shows what it hands over', async () => {
    await go();
    const asked = await page.evaluateHandle(() => {
      const heard: unknown[] = [];
      document.addEventListener('kopru-search', (event) => {
        heard.push(event.detail.search);
        event.preventDefault();
      });
      return heard;
    });
    await search();
    await expect
      .poll(() => asked.evaluate((heard) => heard))
      .toEqual([{ kind: 'investor', text: PITCH, explain: 'en' }]);
    expect(await cards().count()).toBe(0);
    await page.evaluate(() => {
      const element = document.querySelector('kopru-search')!;
      const card = { name: 'Handed over', country: 'AZ' };
      const facts = [{ field: 'country', label: 'Country', value: 'Azerbaijan' }];
      element.result = { items: [{ kind: 'investor', id: 'x', fit: 0.9, reasons: [], card: card as never, facts }] };
      element.state = 'ready';
    });
    await page.getByText('Azerbaijan').waitFor();
  });

  test('leads to a result by the pattern of the page, unless that is prevented', async () => {
    await go();
    await search();
    await cards().first().waitFor();
    expect(await page.getByRole('link').count()).toBe(0);
    await page.evaluate(() => {
      document.querySelector('kopru-search')!.link = '/profiles/{kind}/{id}';
      document.addEventListener('kopru-choose', (event) => {
        document.title = event.detail.result.id;
        event.preventDefault();
      });
    });
    const link = page.getByRole('link', { name: 'Muğan Fondu' });
    expect(await link.getAttribute('href')).toBe(`${site.url}/profiles/investor/fund`);
    await link.click();
    expect(await page.title()).toBe('fund');
    const unfold = cards().nth(1).getByText(words.fullText);
    await unfold.click();
    expect(await page.title()).toBe('books');
    expect(await cards().nth(1).locator('details').getAttribute('open')).toBe(null);
  });

  test('waits, goes on after an interruption, and keeps the text', async () => {
    await go();
    await search();
    await cards().first().waitFor();
    await page.context().setOffline(true);
    await search(`${PITCH} ...`);
    await page.getByText(words.offline.title).last().waitFor();
    await page.context().setOffline(false);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await cards().first().waitFor();
    expect(await box().inputValue()).toBe(`${PITCH} ...`);

    await page.route('**/v1/search', (route) => route.fulfill({ status: 500, body: 'down' }));
    await search();
    await page.getByText(own.error.title).last().waitFor();
    await page.unroute('**/v1/search');
    await page.getByRole('button', { name: words.retry }).click();
    await cards().first().waitFor();
    expect(await focused()).toBe('div');
  });

  test('asks anew in another language, and keeps what was written', async () => {
    await go();
    await search();
    await cards().first().waitFor();
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'kk'));
    await page.getByRole('heading', { name: SEARCH_WORDS.kk.found(2) }).waitFor();
    await page.getByText('Әзірбайжан').first().waitFor();
    expect(await box().inputValue()).toBe(PITCH);
  });

  test('shows hostile text as text', async () => {
    await go();
    for (const text of HOSTILE) {
      await page.evaluate((text) => {
        const element = document.querySelector('kopru-search')!;
        const reasons = [{ key: 'semantic.sentences', evidence: { startup: text, investor: text }, text }];
        const card = { name: text, lang: text, thesis: text, country: text, sectors: [text], languages: [text] };
        element.link = 'javascript:{id}';
        element.result = { items: [{ kind: 'investor', id: text, fit: 1, reasons, card: card as never }] };
        element.state = 'ready';
      }, text);
      await expect.poll(() => cards().locator('h3').textContent()).toBe(text);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    }
    expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked)).toBe(undefined);
    expect(await page.getByRole('link').count()).toBe(0);
    expect(visited.complaints).toEqual([]);
  });

  test('has nothing that axe objects to, in another language and in the dark', async () => {
    await go();
    await page.getByText(own.narrow).click();
    await search();
    await cards().first().waitFor();
    // The gallery has all nine, and every state.
    for (const lang of ['kk', 'hu'] as const) {
      await page.evaluate((lang) => document.documentElement.setAttribute('lang', lang), lang);
      await page.getByRole('heading', { name: SEARCH_WORDS[lang].found(2) }).waitFor();
      expect(await objections(page), lang).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await objections(page)).toEqual([]);
  });
});
