import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { visit } from './browse.ts';
import { type ConnectedSite, INVESTOR, STARTUP, startConnectedSite } from './hub.ts';
import { FILTER_WORDS, WORDS } from './words.ts';

const words = WORDS.en;
/** A machine that does much else takes its time. */
const SOON = { timeout: 20_000 };

describe.skipIf(noBrowser)('<kopru-matches> on a later visit', () => {
  let site: ConnectedSite;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    site = await startConnectedSite();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(async () => {
    await page?.close();
  });

  /** A founder of its own for a test, with a few funds that fit. */
  async function founder(id: string, funds = 3): Promise<string> {
    await site.kopru.startups.upsert(id, { ...STARTUP, country: 'KG', stage: 'idea' });
    for (let i = 0; i < funds; i++)
      await site.kopru.investors.upsert(`${id}-${i}`, { ...INVESTOR, name: `Fund ${i} of ${id}`, stages: ['idea'] });
    return `startup:${id}`;
  }
  /** Funds of other tests are no more. */
  const close = async (id: string, funds = 3) => {
    for (let i = 0; i < funds; i++) await site.kopru.investors.delete(`${id}-${i}`);
  };
  const open = async (who: string) => {
    await page?.close();
    page = (await visit(browser, site.page(who, { tags: 'matches', undo: '0' }))).page;
    await page.locator('kopru-matches[state=ready]').waitFor();
  };
  const card = (name: string) => page.locator('article', { hasText: name });
  const press = (name: string, label: string) => card(name).getByRole('button', { name: label, exact: true }).click();
  const answers = async (id: string) => {
    const found: string[] = [];
    for await (const line of site.kopru.exports.hub()) {
      if (line.type !== 'feedback') continue;
      const { subject, candidate, answer } = (line as unknown as { data: Answer }).data;
      if (subject.id === id) found.push(`${candidate.id} ${answer}`);
    }
    return found.sort();
  };
  interface Answer {
    readonly subject: { readonly id: string };
    readonly candidate: { readonly id: string };
    readonly answer: string;
  }

  test('shows what was saved, leaves out what was passed over, and takes both back', async () => {
    const who = await founder('a');
    await open(who);
    await press('Fund 0 of a', words.actions.save);
    await card('Fund 0 of a').locator('.marks').getByText(words.done.save).waitFor();
    await press('Fund 1 of a', words.actions.pass);
    await card('Fund 1 of a').getByRole('combobox').selectOption('ticket');
    await press('Fund 1 of a', words.actions.pass);
    await card('Fund 1 of a').getByText(`${words.done.pass} · ${words.passReasons.ticket}`).waitFor();
    await open(who);
    await card('Fund 0 of a').locator('.marks').getByText(words.done.save).waitFor();
    expect(await card('Fund 1 of a').count()).toBe(0);
    await press('Fund 0 of a', words.unsave);
    await card('Fund 0 of a').getByRole('button', { name: words.actions.save, exact: true }).waitFor();
    // What was passed over is found by the filter, and comes back.
    await page.getByText(words.filters).click();
    await page.getByRole('combobox', { name: FILTER_WORDS.en.show }).selectOption('passed');
    await page.getByRole('heading', { name: words.matches(1) }).waitFor();
    expect(await card('Fund 1 of a').textContent()).toContain(words.passReasons.ticket);
    await press('Fund 1 of a', words.actions.restore);
    await card('Fund 1 of a').getByRole('button', { name: words.actions.pass }).waitFor();
    await expect.poll(() => answers('a'), SOON).not.toContain('a-1 passed');
    await open(who);
    expect(await card('Fund 1 of a').count()).toBe(1);
    expect(await card('Fund 0 of a').locator('.marks').count()).toBe(0);
    await close('a');
  });

  test('can still do the rest with what was just saved, and the focus stays on the card', async () => {
    await open(await founder('b'));
    await press('Fund 0 of b', words.actions.save);
    await card('Fund 0 of b').getByRole('button', { name: words.unsave }).waitFor();
    expect(await card('Fund 0 of b').getByRole('button', { name: words.actions.request }).isVisible()).toBe(true);
    expect(
      await page.evaluate(() => document.querySelector('kopru-matches')!.shadowRoot!.activeElement?.textContent),
    ).toContain(words.unsave);
    await close('b');
  });

  test('says how each introduction stands, from the side of the reader', async () => {
    const who = await founder('c', 4);
    const me = { kind: 'startup', id: 'c' } as const;
    const fund = (i: number) => ({ kind: 'investor', id: `c-${i}` }) as const;
    const { introductions } = site.kopru;
    await introductions.ask({ from: me, to: fund(0), message: 'Hello' });
    await introductions.ask({ from: fund(1), to: me, message: 'Hello' });
    const accepted = await introductions.ask({ from: me, to: fund(2), message: 'Hello' });
    await introductions.accept(accepted.id);
    const declined = await introductions.ask({ from: me, to: fund(3), message: 'Hello' });
    await introductions.decline(declined.id, { reason: 'too_early' });
    await open(who);
    const touch = (i: number) => card(`Fund ${i} of c`).locator('.touch').textContent();
    expect(await touch(0)).toBe(words.done.request);
    expect(await touch(1)).toBe(words.touch.received);
    expect(await touch(2)).toBe(words.touch.accepted);
    expect(await touch(3)).toBe(words.touch.declined);
    expect(await page.getByRole('button', { name: words.actions.request }).count()).toBe(1);
    await close('c', 4);
  });

  test('tells what was on the screen when it is left, once, and marks what is new the next time', async () => {
    const who = await founder('d');
    await open(who);
    // In a first visit all is new, and nothing is worth a mark.
    expect(await page.locator('.marks').count()).toBe(0);
    for (const fund of ['Fund 0 of d', 'Fund 1 of d', 'Fund 2 of d']) {
      await card(fund).locator('h3').scrollIntoViewIfNeeded();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    }
    expect(await answers('d')).toEqual([]);
    await page.goto('about:blank');
    const all = ['d-0 seen', 'd-1 seen', 'd-2 seen'];
    await expect.poll(() => answers('d'), SOON).toEqual(all);
    await site.kopru.investors.upsert('d-3', { ...INVESTOR, name: 'Fund 3 of d', stages: ['idea'] });
    await open(who);
    await page.getByRole('heading', { name: `${words.matches(4)} ${words.fresh(1)}` }).waitFor();
    expect(await page.locator('.marks').allInnerTexts()).toEqual([words.isNew]);
    expect(await card('Fund 3 of d').locator('.marks').count()).toBe(1);
    // It stays new for this visit, whatever is read anew.
    await card('Fund 3 of d').locator('h3').scrollIntoViewIfNeeded();
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'ru'));
    await page.getByRole('heading', { name: `${WORDS.ru.matches(4)} ${WORDS.ru.fresh(1)}` }).waitFor();
    await page.goto('about:blank');
    await expect.poll(() => answers('d'), SOON).toEqual([...all, 'd-3 seen']);
    await open(who);
    expect(await page.locator('.marks').count()).toBe(0);
    await close('d', 4);
  });

  test('keeps nothing in the browser', async () => {
    await open(await founder('e'));
    await press('Fund 0 of e', words.actions.save);
    const kept = await page.evaluate(async () => [
      document.cookie,
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
    ]);
    expect(kept).toEqual(['', 0, 0, 0]);
    await close('e');
  });
});
