import type { MatchesElement } from '@kopru/widget';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { type Visit, visit } from './browse.ts';
import { type ConnectedSite, INVESTOR, STARTUP, startConnectedSite } from './hub.ts';
import { WORDS } from './words.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: the connected list is not tried in a browser');

const words = WORDS.en;
const FUNDS = 25;

describe.skipIf(noBrowser)('<kopru-matches> with the API', () => {
  let site: ConnectedSite;
  let browser: Browser;
  let visited: Visit;
  let page: Page;

  beforeAll(async () => {
    site = await startConnectedSite();
    browser = await launchBrowser();
    await site.kopru.startups.upsert('s-1', STARTUP);
    for (let i = 0; i < FUNDS; i++) await site.kopru.investors.upsert(`i-${i}`, { ...INVESTOR, name: `Fund ${i}` });
    await site.kopru.investors.upsert('late', { ...INVESTOR, name: 'Late fund', stages: ['growth'] });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(async () => {
    await page?.close();
  });

  const open = async (query: Record<string, string> = {}, who = 'startup:s-1') => {
    visited = await visit(browser, site.page(who, { tags: 'matches', ...query }));
    page = visited.page;
  };
  const element = () => page.locator('kopru-matches');
  const cards = () => page.locator('article:not(.miss)');
  const state = () => element().getAttribute('state');
  const status = () => page.locator('[role=status]').textContent();
  const feedback = async () => {
    const answers: { candidate: { id: string }; answer: string; reason?: string }[] = [];
    for await (const line of site.kopru.exports.hub())
      if (line.type === 'feedback') answers.push((line as unknown as { data: (typeof answers)[number] }).data);
    return answers.filter(({ answer }) => answer !== 'seen');
  };

  test('shows the first match after one answer of the API', async () => {
    await open();
    await cards().first().waitFor();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().startsWith(site.api)) asked.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });
    await page.reload();
    await cards().first().waitFor();
    expect(asked).toEqual(['GET /v1/startups/s-1/matches']);
  });

  test('shows the matches and near misses of who is logged in, and nothing jumps when they come', async () => {
    await open();
    await cards().nth(19).waitFor();
    expect(await page.locator('.miss').textContent()).toContain('Late fund');
    expect(await cards().first().locator('.reasons').textContent()).not.toBe('');
    expect(visited.complaints).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test('a startup chooses a country, and sees who helps it there and why others do not', async () => {
    await open({ tags: 'market-entry' });
    const field = page.getByRole('combobox', { name: words.market.country });
    await page.getByText(words.market.idle.title).waitFor();
    await field.focus();
    await page.keyboard.type('Azer');
    await cards().nth(2).waitFor();
    expect(await page.locator('h2').first().textContent()).toBe('Investor: 25');
    expect(await page.getByText(words.market.best(3)).count()).toBe(1);
    expect(await status()).toBe(words.matches(25));
    expect(await field.evaluate((select) => (select.getRootNode() as ShadowRoot).activeElement === select)).toBe(true);
    await field.selectOption('MN');
    await page.getByText('No profile is in this country or works with it yet: Mongolia.').first().waitFor();
    expect(await cards().count()).toBe(0);
    expect(visited.complaints).toEqual([]);
  });

  test('lists another kind when the page says so, and the first again', async () => {
    await site.kopru.experts.upsert('e-1', {
      name: 'Aysel Quliyeva',
      about: 'Suvarma üzrə mühəndisəm; komandaya qoşulmaq istəyirəm.',
      consent: { matching: true },
    });
    await open();
    await cards().nth(19).waitFor();
    const seek = (kind: string) =>
      element()
        .evaluate((node, seeks) => Object.assign(node, { seeks }), kind)
        .then(() => undefined);
    await seek('expert');
    await expect.poll(() => cards().locator('h3').allTextContents()).toEqual(['Aysel Quliyeva']);
    await seek('');
    await cards().nth(19).waitFor();
  });

  test('asks for more, and goes on at the first of them', async () => {
    await open();
    await page.getByRole('button', { name: words.more }).focus();
    await page.keyboard.press('Enter');
    await cards().nth(24).waitFor();
    expect(await cards().count()).toBe(FUNDS);
    const names = await cards().locator('h3').allTextContents();
    expect(new Set(names).size).toBe(FUNDS);
    await expect.poll(() => page.evaluate(focusedName)).toBe(names[20]);
    await expect.poll(status).toBe(words.matches(FUNDS));
    expect(await page.getByRole('button', { name: words.more }).count()).toBe(0);
  });

  test('asks for its sentences anew when the language changes, and keeps all that was loaded', async () => {
    await open();
    await page.getByRole('button', { name: words.more }).click();
    await cards().nth(24).waitFor();
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'ru'));
    await page.getByRole('heading', { name: WORDS.ru.matches(FUNDS) }).waitFor();
    await page.getByText('Инвестор финансирует эту стадию', { exact: false }).first().waitFor();
    expect(await cards().count()).toBe(FUNDS);
    await page.evaluate(() => document.querySelector('kopru-matches')!.setAttribute('lang', 'az'));
    await page.getByRole('heading', { name: WORDS.az.matches(FUNDS) }).waitFor();
  });

  test('takes an act back while there is time, and sends it when the page is left', async () => {
    await open({ undo: '600' });
    const [first, second] = [cards().nth(0), cards().nth(1)];
    await first.getByRole('button', { name: words.actions.save }).click();
    await expect.poll(status).toBe(words.done.save);
    await first.getByRole('button', { name: words.undo }).click();
    await first.getByRole('button', { name: words.actions.save }).waitFor();
    const name = await second.locator('h3').textContent();
    await second.getByRole('button', { name: words.actions.save }).click();
    await second.getByRole('button', { name: words.undo }).waitFor();
    expect(await feedback()).toEqual([]);
    await page.goto('about:blank');
    await expect.poll(async () => (await feedback()).map(({ answer }) => answer)).toEqual(['saved']);
    const id = (await feedback())[0]?.candidate.id as string;
    expect((await site.kopru.investors.get(id)).profile.name).toBe(name);
  });

  test('passes over a match with a reason, which leaves its name and the way back', async () => {
    await open({ undo: '0' });
    const card = cards().nth(2);
    await card.getByRole('button', { name: words.actions.pass }).click();
    await card.getByRole('combobox', { name: words.reason }).selectOption('too_far');
    await card.getByRole('button', { name: words.actions.pass }).click();
    await card.getByText(words.done.pass).waitFor();
    expect(await card.locator('.reasons').count()).toBe(0);
    await expect
      .poll(async () => (await feedback()).filter(({ answer }) => answer === 'passed'))
      .toMatchObject([{ reason: 'too_far' }]);
  });

  test('keeps what was written while something is done with another match', async () => {
    await open({ undo: '600' });
    await cards().nth(0).getByRole('button', { name: words.actions.request }).click();
    await cards().nth(0).getByRole('textbox').fill('Written with care');
    await cards().nth(1).getByRole('button', { name: words.actions.pass }).click();
    await cards().nth(6).getByRole('button', { name: words.actions.save }).click();
    expect(await cards().nth(0).getByRole('textbox').inputValue()).toBe('Written with care');
    expect(await cards().nth(1).getByRole('combobox').isVisible()).toBe(true);
    await cards().nth(6).getByRole('button', { name: words.undo }).click();
    await expect
      .poll(() =>
        page.evaluate(() => document.querySelector('kopru-matches')!.shadowRoot!.activeElement?.textContent?.trim()),
      )
      .toBe(words.actions.save);
  });

  test('does nothing that the host page prevents', async () => {
    await open({ undo: '0', prevent: 'save' });
    await cards().nth(3).getByRole('button', { name: words.actions.save }).click();
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { done: string[] }).done))
      .toEqual(['kopru-save']);
    expect(await cards().nth(3).getByRole('button', { name: words.actions.save }).isVisible()).toBe(true);
  });

  test('asks once when the answer was lost and the reader tries again', async () => {
    await open({ undo: '0' });
    // The request arrives, and its answer does not.
    await page.route('**/v1/introductions', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    const card = cards().nth(4);
    await card.getByRole('button', { name: words.actions.request }).click();
    await card.getByRole('textbox').fill('Hello');
    await card.getByRole('button', { name: words.send }).click();
    await card.getByText(words.failed).waitFor();
    expect((await site.kopru.introductions.list()).items).toHaveLength(1);
    await page.unroute('**/v1/introductions');
    await card.getByRole('button', { name: words.retry }).click();
    await card.getByText(words.done.request).waitFor();
    await expect.poll(async () => (await feedback()).map(({ answer }) => answer)).toContain('requested');
    expect((await site.kopru.introductions.list()).items).toHaveLength(1);
    await page.reload();
    await card.getByText(words.done.request).waitFor();
    expect(await card.getByRole('button', { name: words.actions.request }).count()).toBe(0);
  });

  test('says that an act was not possible, and takes it back', async () => {
    await open({ undo: '0' });
    const card = cards().nth(5);
    const id = (await card.locator('h3').textContent())?.replace('Fund ', 'i-') as string;
    // In another tab, the reader has asked meanwhile.
    await site.kopru.introductions.ask({
      from: { kind: 'startup', id: 's-1' },
      to: { kind: 'investor', id },
      message: 'Earlier',
    });
    await card.getByRole('button', { name: words.actions.request }).click();
    await card.getByRole('textbox').fill('Again');
    await card.getByRole('button', { name: words.send }).click();
    await card.getByText(words.notPossible).waitFor();
    await card.getByRole('button', { name: words.undo }).click();
    await card.getByRole('button', { name: words.actions.request }).waitFor();
  });

  test('lets no message go that says nothing', async () => {
    await open({ undo: '0' });
    await cards().nth(0).getByRole('button', { name: words.actions.request }).click();
    await cards().nth(0).getByRole('textbox').fill('  …  ');
    await cards().nth(0).getByRole('button', { name: words.send }).click();
    expect(await cards().nth(0).getByRole('textbox').inputValue()).toBe('');
    expect(await page.evaluate(() => (window as unknown as { done: string[] }).done)).toEqual([]);
  });

  test('asks the host page for a new token when it has run out, once for all elements, and goes on', async () => {
    await open({ expired: '', tags: 'matches,introductions' });
    await cards().first().waitFor();
    await page.locator('kopru-introductions[state=ready]').waitFor();
    expect(await page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(1);
  });

  test('says that nobody is logged in, and shows the list once a token comes', async () => {
    await open({ 'signed-out': '' });
    await page.getByText(words.expired.title).first().waitFor();
    expect(await state()).toBe('expired');
    await page.evaluate(async () => {
      const answer = await fetch('/token?who=startup:s-1');
      document.querySelector('kopru-matches')!.token = await answer.text();
    });
    await cards().first().waitFor();
  });

  test('asks again when the reader tries again, who may be logged in by then', async () => {
    await open({ 'signed-out': '' });
    await page.getByText(words.expired.title).first().waitFor();
    await page.evaluate(() =>
      document.addEventListener('kopru-token', (event) =>
        event.respondWith(fetch('/token?who=startup:s-1').then((answer) => answer.text())),
      ),
    );
    await page.getByRole('button', { name: words.retry }).click();
    await cards().first().waitFor();
  });

  test('takes a page that cannot give a token for one where nobody is logged in', async () => {
    await open({ 'signed-out': '' });
    await page.evaluate(() =>
      document.addEventListener('kopru-token', (event) => event.respondWith(Promise.reject(new Error('down')))),
    );
    await page.getByRole('button', { name: words.retry }).click();
    await expect.poll(() => visited.complaints.filter((text) => text.includes('TokenMissing')).length).toBe(2);
    expect(await state()).toBe('expired');
  });

  test('shows nothing of one member to the next', async () => {
    await site.kopru.startups.upsert('s-9', { ...STARTUP, stage: 'growth' });
    await open();
    await cards().first().waitFor();
    await page.evaluate(async () => {
      const answer = await fetch('/token?who=startup:s-9');
      document.querySelector('kopru-matches')!.token = await answer.text();
    });
    await cards().filter({ hasText: 'Late fund' }).waitFor();
    expect(await cards().count()).toBe(1);
  });

  test('a member that has no profile yet has no matches yet', async () => {
    await open({}, 'startup:nobody');
    await page.getByText(words.idle.title).waitFor();
  });

  test('an error names the request, and can be tried again', async () => {
    await open({ 'signed-out': '' });
    await page.evaluate(async () => {
      const answer = await fetch('/token?who=startup:s-1');
      document.querySelector('kopru-matches')!.token = `${await answer.text()}x`;
    });
    await page.getByText(words.error.title).first().waitFor();
    expect(await page.locator('code').textContent()).toMatch(/^[\w-]{8,}$/);
    let asked = 0;
    page.on('request', (request) => void (request.url().includes('/v1/') && asked++));
    await page.getByRole('button', { name: words.retry }).click();
    await expect.poll(() => asked).toBeGreaterThan(0);
    await expect.poll(state).toBe('error');
  });

  test('a token that names no profile is told of to whoever builds the page', async () => {
    await open({}, 'hub:x');
    await page.getByText(words.error.title).first().waitFor();
    expect(visited.complaints.join()).toContain('for="kind/id"');
  });

  test('offline says so, and goes on when the network is back', async () => {
    await open();
    await cards().first().waitFor();
    await page.context().setOffline(true);
    await page.evaluate(() => document.querySelector('kopru-matches')!.setAttribute('filter', 'minScore=1'));
    await page.getByText(words.offline.title).first().waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: words.matches(20) }).waitFor();
  });

  test('takes no secret key', async () => {
    await open({ key: 'kopru_sk_of_a_server' });
    await page.getByText(words.error.title).first().waitFor();
    expect(visited.complaints.join()).toContain('publishable key');
    expect(visited.complaints.join()).not.toContain('kopru_sk_of');
    expect(visited.asked.filter((url) => url.startsWith(site.api))).toEqual([]);
  });

  test('a list of the host page is left alone', async () => {
    await open();
    await cards().first().waitFor();
    const shown = await page.evaluate(async () => {
      const connected = document.querySelector('kopru-matches')!;
      const plain = document.createElement('kopru-matches') as MatchesElement;
      document.body.append(plain);
      Object.assign(plain, { list: connected.list, state: 'ready' });
      await plain.updateComplete;
      return plain.shadowRoot!.querySelectorAll('button').length;
    });
    expect(shown).toBe(0);
  });
});

/** The name of the card that has the focus, which runs in the page. */
const focusedName = () => {
  const active = document.querySelector('kopru-matches')?.shadowRoot?.activeElement;
  return active?.querySelector('h3')?.textContent;
};

describe.skipIf(noBrowser)('<kopru-matches> where the API is asked too much', () => {
  test('says how long to wait, and counts it down', async () => {
    const site = await startConnectedSite(8);
    const browser = await launchBrowser();
    try {
      await site.kopru.startups.upsert('s-1', STARTUP);
      const { page } = await visit(browser, site.page('startup:s-1', { tags: 'matches' }));
      const speak = async (lang: string) => {
        const answered = page.waitForResponse(/matches/);
        await page.evaluate((lang) => document.querySelector('kopru-matches')!.setAttribute('lang', lang), lang);
        await answered;
      };
      await page.locator('kopru-matches[state=ready]').waitFor();
      const limited = page.locator('kopru-matches[state=limited]');
      for (let i = 0; (await limited.count()) === 0; i++) {
        if (i > 30) throw new Error('the limit is not reached');
        await speak(i % 2 ? 'kk' : 'ru');
      }
      await page.evaluate(() => document.querySelector('kopru-matches')!.setAttribute('lang', 'en'));
      const hint = page.locator('.notice');
      await expect.poll(() => hint.textContent()).toMatch(/It goes on by itself in \d+ seconds?\./);
      const seconds = async () => Number(/\d+/.exec((await hint.textContent()) ?? '')?.[0]);
      const before = await seconds();
      await expect.poll(seconds, { timeout: 5000 }).toBeLessThan(before);
    } finally {
      await browser.close();
      await site.stop();
    }
  });
});
