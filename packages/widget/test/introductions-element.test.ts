import { LOCALES } from '@kopru/sdk/facets';
import type { IntroductionView } from '@kopru/sdk/schema';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { objections } from '../../../scripts/axe.ts';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { type Visit, visit } from './browse.ts';
import { HOSTILE } from './fixtures.ts';
import { type ConnectedSite, INVESTOR, STARTUP, startConnectedSite } from './hub.ts';
import { INTRODUCTION_WORDS, WORDS } from './words.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: introductions are not tried in a browser');

const own = INTRODUCTION_WORDS.en;
/** What each of these startups asked of the fund, and what became of it. */
const ASKED = ['open', 'accepted', 'declined', 'withdrawn', 'blocked', 'extra'] as const;

describe.skipIf(noBrowser)('<kopru-introductions> with the API', () => {
  let site: ConnectedSite;
  let browser: Browser;
  let visited: Visit;
  let page: Page;
  const ids: Record<string, string> = {};
  const fund = { kind: 'investor', id: 'fund' } as const;

  const ask = async (id: string, message = `From ${id}`) => {
    ids[id] = (await site.kopru.introductions.ask({ from: { kind: 'startup', id }, to: fund, message })).id;
  };

  beforeAll(async () => {
    site = await startConnectedSite();
    browser = await launchBrowser();
    await site.kopru.investors.upsert('fund', INVESTOR);
    for (const id of ASKED) await site.kopru.startups.upsert(id, { ...STARTUP, name: `Startup ${id}` });
    for (const id of ASKED.slice(0, 4)) await ask(id);
    const { introductions } = site.kopru;
    await introductions.accept(ids.accepted as string);
    await introductions.decline(ids.declined as string, { reason: 'too_early' });
    await introductions.withdraw(ids.withdrawn as string);
    await introductions.ask({ from: fund, to: { kind: 'startup', id: 'extra' }, message: 'Sent by the fund' });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(async () => {
    await page?.close();
  });

  const open = async (query: Record<string, string> = {}, who = 'investor:fund') => {
    visited = await visit(browser, site.page(who, { tags: 'introductions', ...query }));
    page = visited.page;
    await page.locator('kopru-introductions[state=ready]').waitFor();
  };
  const card = (id: string) => page.locator('article').filter({ hasText: `Startup ${id}` });
  const stateOf = async (id: string) => (await site.kopru.introductions.get(ids[id] as string)).state;

  test('shows both directions, each state, and until when an answer may come', async () => {
    await open();
    const states = await page.locator('section').first().locator('.state').allTextContents();
    expect(states).toEqual([own.states.withdrawn, own.states.declined, own.states.accepted, own.waiting.received]);
    expect(await card('open').locator('dt').allTextContents()).toEqual([own.dates.created, own.dates.expires]);
    expect(await card('declined').locator('dt').allTextContents()).toEqual([own.dates.created, own.dates.decided]);
    expect(await card('extra').locator('.state').textContent()).toBe(own.waiting.sent);
    expect(await card('declined').getByRole('button').count()).toBe(0);
    expect(visited.complaints).toEqual([]);
  });

  test('reads no contact before it is asked for', async () => {
    const reveals = async () => {
      const found = [];
      for await (const entry of site.kopru.audit.list())
        if (entry.action === 'contact.revealed' && entry.actor.kind === 'viewer') found.push(entry);
      return found.length;
    };
    await open();
    await card('accepted').getByRole('button', { name: own.showContacts }).waitFor();
    expect(await reveals()).toBe(0);
    await card('accepted').getByRole('button', { name: own.showContacts }).click();
    await card('accepted').getByRole('link', { name: 'aigul@startup.example' }).waitFor();
    expect(await reveals()).toBe(1);
  });

  test('withdraws, and keeps it open when that is taken back', async () => {
    await open({ undo: '600' }, 'startup:open');
    await page.getByRole('button', { name: own.actions.withdraw }).click();
    await page.getByText(own.done.withdraw).first().waitFor();
    await page.getByRole('button', { name: WORDS.en.undo }).click();
    await page.getByRole('button', { name: own.actions.withdraw }).waitFor();
    expect(await stateOf('open')).toBe('requested');
    await page.close();

    await open({ undo: '0' }, 'startup:open');
    await page.getByRole('button', { name: own.actions.withdraw }).click();
    await page.getByText(own.states.withdrawn, { exact: true }).waitFor();
    expect(await stateOf('open')).toBe('withdrawn');
  });

  test('declines with a reason that the other side never sees', async () => {
    await ask('extra', 'Please').catch(() => undefined);
    await site.kopru.startups.upsert('private', { ...STARTUP, name: 'Startup private' });
    await ask('private');
    await open({ undo: '0' });
    await card('private').getByRole('button', { name: own.actions.decline }).click();
    expect(await card('private').textContent()).toContain(own.declineHint);
    await card('private').getByRole('combobox').selectOption('no_capacity');
    await card('private').getByRole('button', { name: own.actions.decline }).click();
    await card('private').getByText(own.states.declined, { exact: true }).waitFor();
    expect((await site.kopru.introductions.get(ids.private as string)).declineReason).toBe('no_capacity');
    await page.close();
    await open({}, 'startup:private');
    await page.getByText(own.states.declined, { exact: true }).waitFor();
    expect(await page.locator('kopru-introductions').textContent()).not.toContain(own.declineReasons.no_capacity);
  });

  test('blocks after a word of what that means, and the request is gone the next time', async () => {
    await ask('blocked');
    await open({ undo: '0' });
    await card('blocked').getByRole('button', { name: own.actions.block }).click();
    await card('blocked').getByText(own.blockHint).waitFor();
    await card('blocked').getByRole('button', { name: own.actions.block }).click();
    await card('blocked').getByText(own.done.block).waitFor();
    await expect.poll(async () => (await site.kopru.blocks.list()).items.length).toBe(1);
    await page.reload();
    await page.locator('kopru-introductions[state=ready]').waitFor();
    expect(await card('blocked').count()).toBe(0);
  });

  test('says when it is too late', async () => {
    await site.kopru.startups.upsert('gone', { ...STARTUP, name: 'Startup gone' });
    await ask('gone');
    await open({ undo: '0' });
    await site.kopru.introductions.withdraw(ids.gone as string);
    await card('gone').getByRole('button', { name: own.actions.accept }).click();
    await card('gone').getByText(WORDS.en.notPossible).waitFor();
  });

  test('tells that nothing came and nothing was sent', async () => {
    await site.kopru.startups.upsert('quiet', { ...STARTUP, name: 'Quiet' });
    await open({}, 'startup:quiet');
    expect(await page.locator('.none').allTextContents()).toEqual([own.none.received, own.none.sent]);
  });

  // The gallery has every state in every language.
  test.each(['kk'] as const)(
    'has nothing that axe objects to in %s: matches and introductions, forms, acts',
    async (lang) => {
      const words = WORDS[lang];
      const mine = INTRODUCTION_WORDS[lang];
      // Two with whom the fund has no introduction yet.
      for (const id of [`axe-${lang}`, 'free-1', 'free-2'])
        await site.kopru.startups.upsert(id, { ...STARTUP, name: `Startup ${id}` });
      await ask(`axe-${lang}`);
      await open({ undo: '600', lang, tags: 'matches,introductions' });
      const match = (id: string) => page.locator('kopru-matches article').filter({ hasText: `Startup ${id}` });
      const [first, second] = [match('free-1'), match('free-2')];
      await first.waitFor();
      expect(await objections(page)).toEqual([]);

      await first.getByRole('button', { name: words.actions.request }).click();
      await page
        .locator('kopru-introductions article')
        .filter({ hasText: `axe-${lang}` })
        .getByRole('button', { name: mine.actions.decline })
        .click();
      expect(await objections(page)).toEqual([]);

      await first.getByRole('button', { name: words.cancel }).click();
      await first.getByRole('button', { name: words.actions.save }).click();
      await second.getByRole('button', { name: words.actions.pass }).click();
      await second.getByRole('button', { name: words.actions.pass }).click();
      await page.locator('kopru-introductions').getByRole('button', { name: mine.showContacts }).first().click();
      await page.locator('kopru-introductions .contact').first().waitFor();
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await objections(page)).toEqual([]);

      // What could not be sent.
      await page.context().setOffline(true);
      await page.evaluate(() => dispatchEvent(new Event('pagehide')));
      await first.getByRole('button', { name: words.retry }).waitFor();
      expect(await objections(page)).toEqual([]);
      await page.context().setOffline(false);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    },
  );

  test.each([320])('fits a page of %i px in every language', async (width) => {
    await open();
    await page.setViewportSize({ width, height: 800 });
    for (const lang of LOCALES) {
      await page.evaluate((lang) => document.documentElement.setAttribute('lang', lang), lang);
      await page.getByRole('heading', { name: INTRODUCTION_WORDS[lang].boxes.received }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), lang).toBe(width);
    }
  });

  test('has targets of 24 px at least', async () => {
    await open({ tags: 'matches,introductions' });
    await page.locator('kopru-matches article').first().waitFor();
    const sizes = await page
      .locator('button, summary, a')
      .evaluateAll((targets) =>
        targets.map((target) => target.getBoundingClientRect()).filter(({ height }) => height > 0 && height < 24),
      );
    expect(sizes).toEqual([]);
  });

  test.each(HOSTILE.map((hostile) => [hostile.slice(0, 40), hostile]))(
    'shows %j as text and nothing else',
    async (_, hostile) => {
      await open();
      const before = await page
        .locator('kopru-introductions')
        .evaluate((element) => element.shadowRoot!.querySelectorAll('img, script, style, iframe, svg').length);
      // What the API would hand over if a hub had stored it.
      await page.route('**/v1/introductions**', async (route) => {
        const answer = await route.fetch();
        const body = await answer.json();
        const poison = (item: IntroductionView): IntroductionView => ({
          ...item,
          state: 'accepted',
          message: hostile,
          from: {
            ...item.from,
            card: { name: hostile },
            home: { hub: 'x', name: hostile, country: 'KZ' },
            contact: { name: hostile, email: hostile, phone: hostile },
          },
        });
        await route.fulfill({
          response: answer,
          json: body.items ? { ...body, items: body.items.map(poison) } : poison(body),
        });
      });
      await page.evaluate(() => document.documentElement.setAttribute('lang', 'kk'));
      await page.getByRole('button', { name: INTRODUCTION_WORDS.kk.showContacts }).first().click();
      await page.locator('.contact').first().waitFor();
      const found = await page.evaluate(() => {
        const root = document.querySelector('kopru-introductions')!.shadowRoot!;
        return {
          name: root.querySelector('h3')!.textContent,
          foreign: root.querySelectorAll('img, script, style, iframe, svg, [onload], [onerror], [onmouseover]').length,
          links: root.querySelectorAll('a').length,
          hacked: 'hacked' in window,
          width: document.documentElement.scrollWidth,
        };
      });
      expect(found).toEqual({ name: hostile, foreign: before, links: 0, hacked: false, width: 360 });
    },
  );
});
