import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { visit } from './browse.ts';
import { type ConnectedSite, INVESTOR, STARTUP, startConnectedSite } from './hub.ts';
import { INTRODUCTION_WORDS, WORDS } from './words.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: the elements are not tried with the API');

const words = WORDS.en;
const own = INTRODUCTION_WORDS.en;
const MESSAGE = 'Топырақтың тұздылығын бірге өлшейік.';

describe.skipIf(noBrowser)('a founder and an investor of a hub, in Chromium and with the API', () => {
  let site: ConnectedSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await startConnectedSite();
    browser = await launchBrowser();
    await site.kopru.startups.upsert('s-1', STARTUP);
    await site.kopru.startups.upsert('s-2', { ...STARTUP, name: 'Бидай', contact: { email: 'bidai@startup.example' } });
    await site.kopru.investors.upsert('i-1', INVESTOR);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  test('meet: the founder asks, the investor accepts, both see the contacts', async () => {
    const founder = await visit(browser, site.page('startup:s-1', { undo: '0' }));
    const card = founder.page.locator('kopru-matches article').filter({ hasText: 'Muğan Fondu' });
    await card.getByRole('button', { name: words.actions.request }).click();
    await card.getByRole('textbox', { name: words.message }).fill(MESSAGE);
    await card.getByRole('button', { name: words.send }).click();
    await card.getByText(words.done.request).waitFor();
    // The other element of the page hears of it.
    await founder.page.locator('kopru-introductions article').getByText(own.waiting.sent).waitFor();
    expect((await site.kopru.introductions.list()).items).toHaveLength(1);

    const investor = await visit(browser, site.page('investor:i-1', { undo: '0', tags: 'introductions' }));
    const asked = investor.page.locator('article').filter({ hasText: 'Топырақ' });
    await asked.getByText(MESSAGE).waitFor();
    expect(await asked.textContent()).not.toContain('@');
    await asked.getByRole('button', { name: own.actions.accept }).click();
    await asked.getByRole('link', { name: 'aigul@startup.example' }).waitFor();
    expect(await asked.getByRole('link', { name: '+7 701' }).getAttribute('href')).toBe('tel:+77010000000');

    await founder.page.reload();
    const sent = founder.page.locator('kopru-introductions article');
    await sent.getByText(own.states.accepted).waitFor();
    await sent.getByRole('button', { name: own.showContacts }).click();
    await sent.getByRole('link', { name: 'ayla@fund.example' }).waitFor();
    expect([...founder.complaints, ...investor.complaints]).toEqual([]);
    // Only the site itself and the API were asked for anything.
    for (const url of [...founder.asked, ...investor.asked])
      expect([site.url, site.api]).toContain(new URL(url).origin);
    expect(await founder.page.context().cookies()).toEqual([]);
    await founder.page.close();
    await investor.page.close();
  });

  test('meet by the keyboard alone', async () => {
    /** Presses Tab until what has the focus is called so. */
    const tabTo = async (page: Page, name: string) => {
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press('Tab');
        if ((await focused(page)).includes(name)) return;
      }
      throw new Error(`"${name}" is not reached by Tab`);
    };
    const founder = await visit(browser, site.page('startup:s-2', { undo: '0', tags: 'matches' }));
    await founder.page.locator('article').first().waitFor();
    await tabTo(founder.page, words.actions.request);
    await founder.page.keyboard.press('Enter');
    await expect.poll(() => focused(founder.page)).toContain('textarea');
    await founder.page.keyboard.press('Escape');
    await expect.poll(() => focused(founder.page)).toContain(words.actions.request);
    await founder.page.keyboard.press('Enter');
    await expect.poll(() => focused(founder.page)).toContain('textarea');
    await founder.page.keyboard.type('Hello');
    await tabTo(founder.page, words.send);
    await founder.page.keyboard.press('Space');
    await expect.poll(() => focused(founder.page)).toContain(words.done.request);

    const investor = await visit(browser, site.page('investor:i-1', { undo: '0', tags: 'introductions' }));
    await investor.page.locator('article').filter({ hasText: 'Бидай' }).waitFor();
    await tabTo(investor.page, own.actions.decline);
    await investor.page.keyboard.press('Enter');
    await expect.poll(() => focused(investor.page)).toContain('select');
    await investor.page.keyboard.press('Escape');
    await expect.poll(() => focused(investor.page)).toContain(own.actions.decline);
    await investor.page.keyboard.press('Shift+Tab');
    await investor.page.keyboard.press('Enter');
    // Where the button was the contacts are now.
    await expect.poll(() => focused(investor.page)).toContain(own.contacts);
    await tabTo(investor.page, 'bidai@startup.example');
    await founder.page.close();
    await investor.page.close();
  });
});

/** What has the focus inside an element: its name and its text. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const active = document.activeElement?.shadowRoot?.activeElement;
    return active ? `${active.localName} ${active.textContent.trim()}` : '';
  });
