import { LOCALES } from '@kopru/sdk/facets';
import type { MatchList } from '@kopru/sdk/schema';
import type { MatchesState } from '@kopru/widget';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { objections } from '../../../scripts/axe.ts';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { HOSTILE, hostileList, sampleList } from './fixtures.ts';
import { startSite } from './site.ts';
import { WORDS } from './words.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: the element is not tried in a browser');

interface Shown {
  readonly state: MatchesState;
  readonly lang?: string;
  readonly list?: MatchList;
  readonly error?: string;
}

describe.skipIf(noBrowser)('<kopru-matches> in Chromium', () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    site = await startSite();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    complaints = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(site.url);
    // Where a page has no ground of its own, axe takes it for white, also in the dark.
    await page.evaluate(() => document.body.style.setProperty('background', 'Canvas'));
    // The browser asks for an icon by itself, which the policy refuses.
    complaints = complaints.filter((text) => !text.includes('favicon'));
  });

  afterEach(async () => {
    await page.close();
  });

  const show = async (shown: Shown) => {
    await page.evaluate(async (values) => {
      const element = document.querySelector('kopru-matches')!;
      Object.assign(element, { lang: 'en', list: null, error: '' }, values);
      await element.updateComplete;
      // What is folded has to be right as well.
      for (const details of element.shadowRoot!.querySelectorAll('details')) details.open = true;
    }, shown);
    // The making of the scores is loaded when it is unfolded.
    if (shown.state === 'ready' && shown.list && shown.list.matches.length > 0)
      await page.locator('table').last().waitFor();
  };

  const text = () => page.evaluate(() => document.querySelector('kopru-matches')!.shadowRoot!.textContent);

  // The gallery has every state in every language.
  test.each(['light', 'dark'] as const)('has nothing that axe objects to, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await show({ state: 'ready', list: sampleList('en') });
    expect(await objections(page)).toEqual([]);
  });

  test('takes its colours from the scheme of the page', async () => {
    const surface = () =>
      page.evaluate(
        () =>
          getComputedStyle(document.querySelector('kopru-matches')!.shadowRoot!.querySelector('.card')!)
            .backgroundColor,
      );
    await show({ state: 'ready', list: sampleList('en') });
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await surface()).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await surface()).toBe('rgb(22, 32, 34)');
  });

  test('works under a policy that allows no inline script and no style', async () => {
    await show({ state: 'ready', list: sampleList('en') });
    expect(
      await page
        .locator('.fill')
        .first()
        .evaluate((bar) => bar.getBoundingClientRect().width),
    ).toBeGreaterThan(20);
    expect(complaints).toEqual([]);
  });

  test.each([320, 360, 768, 1280])('fits a page of %i px in the language of the longest words', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    for (const lang of LOCALES) {
      await show({ state: 'ready', lang, list: sampleList(lang) });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), lang).toBe(width);
    }
  });

  test('says the score as a number and a word, and shows it as a bar', async () => {
    await show({ state: 'ready', lang: 'hu', list: sampleList('hu') });
    const score = page.locator('.score').first();
    expect(await score.locator('.number').textContent()).toBe('88,4');
    expect(await score.locator('.level').textContent()).toBe(WORDS.hu.levels.strong);
    expect(Number(await score.locator('.fill').getAttribute('width'))).toBeCloseTo(88.4);
  });

  test('quotes each side in its own language', async () => {
    await page.evaluate(() => Object.assign(document.querySelector('kopru-matches')!, { subjectLang: 'kk' }));
    await show({ state: 'ready', list: sampleList('en') });
    const langs = await page
      .locator('.quotes')
      .first()
      .locator('blockquote')
      .evaluateAll((quotes) => quotes.map((quote) => (quote as HTMLElement).lang));
    expect(langs).toEqual(['kk', 'az']);
  });

  test('makes the score out of its signals, for each side', async () => {
    await show({ state: 'ready', list: sampleList('en') });
    const table = page.locator('table').first();
    expect(await table.getByRole('row').count()).toBe(9);
    expect(await table.getByRole('rowheader').allInnerTexts()).toContain('Corridor');
    // 0.6·0.983 + 0.06 + 0.04 + 0.1 + 0.02 + 0.12·0.3 + 0.06 and the investor's own weights
    expect(await table.locator('tfoot .figure').allInnerTexts()).toEqual(['90.6', '97.6']);
  });

  test('says why a near miss is kept out, what would let it in, and what else was asked', async () => {
    await show({ state: 'ready', list: sampleList('en') });
    const miss = page.locator('.miss');
    expect(await miss.textContent()).toContain('Stage The startup’s stage: growth.');
    expect(await miss.locator('.others').textContent()).toContain('Not stated: ticket');
    expect(await miss.locator('[part=changes]').textContent()).toBe('The investor could also fund this stage: growth.');
  });

  test('says which hub a card of another one is from', async () => {
    const list = sampleList('hu');
    const [first, ...others] = list.matches;
    const facts = [{ field: 'hub', label: 'Központ', value: 'Astana Hub, Kazahsztán' }];
    await show({ state: 'ready', lang: 'hu', list: { ...list, matches: [{ ...first!, facts }, ...others] } });
    const told = (card: number) => page.locator('.facts').nth(card).textContent();
    expect((await told(0))?.trim()).toBe('KözpontAstana Hub, Kazahsztán');
    expect(await told(1)).not.toContain('Központ');
  });

  test('follows a change of language at once', async () => {
    await show({ state: 'empty', lang: 'az' });
    expect(await text()).toContain(WORDS.az.empty.title);
    await page.evaluate(() => Object.assign(document.querySelector('kopru-matches')!, { lang: 'ky-KG' }));
    await page.waitForFunction(
      (title) => document.querySelector('kopru-matches')!.shadowRoot!.textContent!.includes(title),
      WORDS.ky.empty.title,
    );
  });

  test('takes the language of the page when it has none of its own', async () => {
    await page.evaluate(() => {
      document.documentElement.lang = 'tr';
    });
    await show({ state: 'empty', lang: '' });
    expect(await text()).toContain(WORDS.tr.empty.title);
  });

  test('tells a screen reader what has come', async () => {
    const status = page.locator('[role=status]');
    await show({ state: 'loading' });
    expect(await status.textContent()).toBe(WORDS.en.loading);
    expect(await page.locator('.root').getAttribute('aria-busy')).toBe('true');
    await show({ state: 'ready', list: sampleList('en') });
    expect(await status.textContent()).toBe('2 matches');
    await show({ state: 'error', error: 'The service is being repaired.' });
    expect(await status.textContent()).toContain('The service is being repaired.');
  });

  test('shows an empty list as no matches', async () => {
    await show({ state: 'ready', list: { ...sampleList('en'), matches: [] } });
    expect(await text()).toContain(WORDS.en.empty.hint);
    expect(await page.locator('.miss').count()).toBe(1);
  });

  test('is worked by the keyboard alone', async () => {
    await page.evaluate(async (list) => {
      const element = document.querySelector('kopru-matches')!;
      Object.assign(element, { list, state: 'ready' });
      await element.updateComplete;
    }, sampleList('en'));
    const focused = () =>
      page.evaluate(() => document.querySelector('kopru-matches')!.shadowRoot!.activeElement?.textContent?.trim());
    await page.keyboard.press('Tab');
    expect(await focused()).toBe(WORDS.en.fullText);
    await page.keyboard.press('Enter');
    expect(
      await page
        .locator('details')
        .first()
        .evaluate((details) => (details as HTMLDetailsElement).open),
    ).toBe(true);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe(WORDS.en.making);
    await page.keyboard.press('Space');
    await page.locator('table').first().waitFor();
  });

  test('asks the page for the list again', async () => {
    await show({ state: 'offline' });
    await page.evaluate(() => {
      const asked = window as unknown as { asked: number };
      asked.asked = 0;
      document.addEventListener('kopru-retry', () => asked.asked++);
    });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(1);
  });

  test('keeps still for those who ask for it', async () => {
    await show({ state: 'loading' });
    const animation = () =>
      page.evaluate(
        () =>
          getComputedStyle(document.querySelector('kopru-matches')!.shadowRoot!.querySelector('.skeleton i')!)
            .animationName,
      );
    expect(await animation()).toBe('breathe');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await animation()).toBe('none');
  });

  test.each(HOSTILE.map((hostile) => [hostile.slice(0, 40), hostile]))(
    'shows %j as text and nothing else',
    async (_, hostile) => {
      await show({ state: 'ready', list: hostileList(hostile), error: hostile });
      const found = await page.evaluate(() => {
        const root = document.querySelector('kopru-matches')!.shadowRoot!;
        return {
          name: root.querySelector('h3')!.textContent,
          foreign: root.querySelectorAll(
            'img, script, style, iframe, a, [onload], [onerror], [onmouseover], svg:not(.bar)',
          ).length,
          hacked: 'hacked' in window,
          width: document.documentElement.scrollWidth,
        };
      });
      expect(found).toEqual({ name: hostile, foreign: 0, hacked: false, width: 360 });
      expect(complaints).toEqual([]);
    },
  );

  test('registers nothing when the package is only imported', async () => {
    await page.goto(`${site.url}/plain`);
    expect(await page.evaluate(() => customElements.get('kopru-matches'))).toBeUndefined();
  });
});
