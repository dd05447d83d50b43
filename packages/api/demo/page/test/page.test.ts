import { LOCALES } from '@kopru/sdk/facets';
import { KIND_NAMES } from '@kopru/sdk/schema';
import type { MatchesElement } from '@kopru/widget';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { objections } from '../../../../../scripts/axe.ts';
import { launchBrowser, noBrowser } from '../../../../../scripts/browser.ts';
import { PAGE_WORDS } from '../words/index.ts';
import { type Stub, startStub } from './stub.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: the demo page is not tried in a browser');

describe.skipIf(noBrowser)('the demo page in Chromium', () => {
  let stub: Stub;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    stub = await startStub();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await stub?.close();
  });

  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'kk-KZ' });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    complaints = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    stub.asked.length = 0;
  });

  afterEach(async () => {
    await context.close();
  });

  /** The profiles on offer; a select box has options of its own. */
  const options = () => page.getByRole('listbox').getByRole('option');

  async function open(query = ''): Promise<void> {
    await page.goto(`${stub.url}/${query}`);
    await options().first().waitFor();
  }

  const matches = () => page.locator('kopru-matches article');

  /** Chooses a radio button by its label, as a click on the label does. */
  const choose = (label: string) => page.locator('label', { hasText: label }).click();

  for (const colorScheme of ['light', 'dark'] as const) {
    // The words of all nine are tried below, colours are the same in each.
    const languages = colorScheme === 'light' ? (['az', 'kk', 'ru', 'hu'] as const) : (['kk'] as const);
    test.each(languages)(`has nothing that axe objects to in %s, ${colorScheme}`, async (lang) => {
      await page.emulateMedia({ colorScheme });
      await open(`?lang=${lang}`);
      await options().first().click();
      await matches().first().waitFor();
      expect(await objections(page)).toEqual([]);
      await choose(PAGE_WORDS[lang].paste);
      await page.getByRole('button', { name: PAGE_WORDS[lang].find }).click();
      await page.locator('#text-problem').waitFor();
      expect(await objections(page)).toEqual([]);
    });
  }

  test.each([320, 768])('fits a screen of %i px in every language', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    for (const lang of LOCALES) {
      await open(`?lang=${lang}`);
      await choose(PAGE_WORDS[lang].paste);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), lang).toBe(width);
    }
  });

  test('begins in the language of the browser, and remembers another', async () => {
    await open();
    expect(await page.locator('html').getAttribute('lang')).toBe('kk');
    await page.getByRole('combobox', { name: PAGE_WORDS.kk.language }).selectOption('hu');
    expect(await page.title()).toBe(PAGE_WORDS.hu.title);
    await open();
    expect(await page.locator('html').getAttribute('lang')).toBe('hu');
    await open('?lang=tk');
    expect(await page.locator('html').getAttribute('lang')).toBe('tk');
  });

  test('explains the matches anew in the language that is chosen', async () => {
    await open('?lang=en');
    await options().first().click();
    await page.getByText('The investor funds this stage: seed.').first().waitFor();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('ru');
    await page.getByText('посевная').first().waitFor();
    expect(stub.asked.some((asked) => asked.includes('explain=ru'))).toBe(true);
  });

  test('finds a profile by typing and choosing with the keyboard alone', async () => {
    await open('?lang=en');
    const search = page.getByRole('combobox', { name: PAGE_WORDS.en.search });
    await search.focus();
    // An I of a Turkish keyboard finds what is written with İ, ı or i.
    await page.keyboard.type('KIRPI');
    const found = await options().allTextContents();
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((text) => /kirpi/i.test(text))).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const active = await search.getAttribute('aria-activedescendant');
    await page.keyboard.press('Enter');
    await matches().first().waitFor();
    expect(await page.locator('[role=option][aria-selected=true]').getAttribute('id')).toBe(active);
    expect(await search.evaluate((input) => input === document.activeElement)).toBe(true);
  });

  test('opens the profile that the address names', async () => {
    await open('?lang=en&kind=investor&id=i-a03');
    await matches().first().waitFor();
    expect(stub.asked.some((asked) => asked.startsWith('GET /demo/investors/i-a03/matches?'))).toBe(true);
    expect(await page.locator('[role=option][aria-selected=true]').getAttribute('id')).toBe('investor-i-a03');
  });

  test('shows who helps the chosen startup into a country', async () => {
    await open('?lang=en');
    await options().first().click();
    await page.getByText(PAGE_WORDS.en.market).click();
    await page.locator('kopru-market-entry select').selectOption('UZ');
    await page.locator('kopru-market-entry article').first().waitFor();
    expect(stub.asked.some((asked) => /market-entry\?country=UZ&explain=en/.test(asked))).toBe(true);
    expect(await objections(page)).toEqual([]);
    await options().nth(1).click();
    // Folded again, with nothing of the startup before.
    await page.locator('kopru-market-entry[state=idle]').waitFor({ state: 'attached' });
  });

  test('shows who could fill its round, from as many countries as are asked for', async () => {
    await open('?lang=en');
    await options().first().click();
    await page.getByText(PAGE_WORDS.en.round).click();
    const element = page.locator('kopru-co-investment');
    const filled = (countries: number) =>
      element.locator('p:not(.sr)', { hasText: `Filled from ${countries} countries.` });
    await filled(3).waitFor();
    const countries = element.locator('[name=minCountries]');
    expect(await countries.inputValue()).toBe('3');
    await countries.fill('2');
    await countries.press('Enter');
    await filled(2).waitFor();
    expect(await element.locator('[part=investor]').count()).toBe(3);
    expect(await objections(page)).toEqual([]);
  });

  test('shows the patents that are like the chosen one, and what that is not', async () => {
    await open('?lang=en&kind=patent');
    await options().first().click();
    await page.getByText(PAGE_WORDS.en.neighbours).click();
    await page.locator('kopru-neighbours article').nth(2).waitFor();
    await page.getByText('is no legal advice').waitFor();
    expect(await objections(page)).toEqual([]);
  });

  test('shows what it has applied to, and what else it can', async () => {
    await open('?lang=en');
    await options().first().click();
    await page.getByText(PAGE_WORDS.en.applications).click();
    const element = page.locator('kopru-applications');
    await element.locator('article').nth(3).waitFor();
    expect(await element.locator('h3').first().textContent()).toBe('Xəzər Aqro Akselerator');
    expect(stub.asked.some((asked) => /matches\?explain=en.*kind=programme/.test(asked))).toBe(true);
    // It is shown, and cannot be changed here.
    expect(await element.getByRole('button').count()).toBe(0);
    expect(await objections(page)).toEqual([]);
    await options().nth(1).click();
    await page.locator('kopru-applications[state=idle]').waitFor({ state: 'attached' });
  });

  test('offers every kind, what each seeks, and what became of the applications to a programme', async () => {
    await open('?lang=en&kind=programme&id=p-1');
    const kinds = page.getByRole('combobox', { name: PAGE_WORDS.en.kind });
    expect(await kinds.locator('option').count()).toBe(KIND_NAMES.length);
    await page.getByText(PAGE_WORDS.en.numbers).click();
    await page.getByText('USD').first().waitFor();
    expect(await objections(page)).toEqual([]);
    await kinds.selectOption('Need');
    await page.locator('[id^=need-]').first().click();
    await page.getByRole('combobox', { name: PAGE_WORDS.en.seeks }).selectOption('Laboratory');
    await expect
      .poll(() =>
        page.locator('kopru-matches').evaluate((element) => (element as MatchesElement).list?.matches[0]?.kind),
      )
      .toBe('lab');
    expect(page.url()).toContain('kind=need');
    expect(page.url()).toContain('seeks=lab');
  });

  test('matches an example text at once', async () => {
    await open('?lang=en');
    await choose(PAGE_WORDS.en.paste);
    await page.getByRole('button', { name: /Azərbaycanca/ }).click();
    await page.getByRole('button', { name: PAGE_WORDS.en.find }).click();
    await matches().first().waitFor();
    expect(await page.locator('#subject').textContent()).toBe(PAGE_WORDS.en.ownText);
  });

  test('says beside the field what is wrong with it, and keeps the matches that were there', async () => {
    await open('?lang=uz');
    await options().first().click();
    await matches().first().waitFor();
    const { problems, correct, find, paste } = PAGE_WORDS.uz;
    await choose(paste);
    await page.locator('#amount').fill('-5');
    await page.getByRole('button', { name: find }).click();
    await page.locator('#text-problem').waitFor();
    expect(await page.locator('#text-problem').textContent()).toBe(problems.empty);
    expect(await page.locator('#amount-problem').textContent()).toBe(problems.amount);
    expect(await page.getByRole('alert').textContent()).toBe(correct);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
    expect(await matches().count()).toBe(4);
    await page.locator('#text').fill('Tuproq sho‘rlanishini o‘lchaymiz.');
    await page.locator('#amount').fill('250 000');
    await page.getByRole('button', { name: find }).click();
    await page.locator('#text-problem').waitFor({ state: 'detached' });
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('says when the connection is lost, and asks again', async () => {
    await open('?lang=en');
    await context.setOffline(true);
    await options().first().click();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await matches().first().waitFor();
  });

  test('shows the later answer when an earlier one comes late', async () => {
    await open('?lang=en');
    let release = () => {};
    const held = new Promise<void>((ready) => {
      release = ready;
    });
    await page.route('**/demo/startups/**', async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    await options().first().click();
    await page.getByRole('combobox', { name: PAGE_WORDS.en.kind }).selectOption('Investor');
    await page.locator('[id^=investor-]').first().click();
    await matches().first().waitFor();
    const name = await page.locator('#subject').textContent();
    release();
    await page.unrouteAll({ behavior: 'wait' });
    expect(await page.locator('#subject').textContent()).toBe(name);
    expect(
      await page.locator('kopru-matches').evaluate((element) => (element as MatchesElement).list?.matches[0]?.kind),
    ).toBe('startup');
  });

  test('asks nobody but its own origin, under its strict policy', async () => {
    const origins = new Set<string>();
    page.on('request', (request) => origins.add(new URL(request.url()).origin));
    await open('?lang=en');
    await options().first().click();
    await matches().first().waitFor();
    expect([...origins]).toEqual([stub.url]);
    expect(complaints).toEqual([]);
  });
});
