import type { ProfileInput } from '@kopru/sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { objections } from '../../../scripts/axe.ts';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { type Visit, visit } from './browse.ts';
import { HOSTILE } from './fixtures.ts';
import { type ConnectedSite, INVESTOR, STARTUP, startConnectedSite } from './hub.ts';
import { PROFILE_WORDS, WORDS } from './words.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: the profile is not tried in a browser');

const words = WORDS.en;
const own = PROFILE_WORDS.en;

describe.skipIf(noBrowser)('<kopru-profile> with the API', () => {
  let site: ConnectedSite;
  let browser: Browser;
  let visited: Visit;
  let page: Page;

  beforeAll(async () => {
    site = await startConnectedSite();
    browser = await launchBrowser();
    await site.kopru.investors.upsert('i-1', INVESTOR);
    await site.kopru.investors.upsert('i-2', {
      ...INVESTOR,
      name: 'Late fund',
      ticket: { min: 900_000, currency: 'USD' },
    });
    await site.kopru.startups.upsert('s-1', STARTUP);
    await site.kopru.startups.upsert('s-2', { ...STARTUP, stage: 'growth' });
    await site.kopru.startups.upsert('s-3', { ...STARTUP, country: 'DE' });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(async () => {
    await page?.close();
  });

  const open = async (who: string, query: Record<string, string> = {}, width = 360) => {
    visited = await visit(browser, site.page(who, { tags: 'profile', ...query }), width);
    page = visited.page;
  };
  const form = () => page.locator('kopru-profile form');
  const field = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`) });
  const save = () => page.getByRole('button', { name: own.save, exact: true });
  const saved = () => page.locator('[part=saved]').waitFor();
  const described = (name: string) =>
    field(name).evaluate((input) =>
      (input.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => (input.getRootNode() as ShadowRoot).getElementById(id)?.textContent ?? '')
        .join(' '),
    );

  test('a founder makes its profile in Kazakh by the keyboard alone', async () => {
    const kk = PROFILE_WORDS.kk;
    await open('startup:new', { lang: 'kk' });
    await page.getByRole('heading', { name: kk.create.startup }).waitFor();
    await tabTo(page, kk.fields['/name']);
    await page.keyboard.type('Тұзды топырақ');
    await tabTo(page, 'Ел');
    await arrowTo(page, 'KZ');
    await tabTo(page, 'Қазақ тілі');
    await page.keyboard.press('Space');
    await tabTo(page, kk.fields['/pitch']);
    await page.keyboard.type('Егіс алқаптарына топырақтың тұздылығын өлшейтін зондтар орнатамыз.');
    await tabTo(page, 'Кезең');
    await arrowTo(page, 'seed');
    await tabTo(page, kk.field);
    await arrowTo(page, 'agrifood');
    await tabTo(page, 'Суару');
    await page.keyboard.press('Space');
    await tabTo(page, kk.ownWords);
    await page.keyboard.type('топырақтану');
    await page.keyboard.press('Enter');
    await tabTo(page, kk.amount);
    await page.keyboard.type('250 000');
    await tabTo(page, kk.fields['/consent/matching']);
    await page.keyboard.press('Space');
    await tabTo(page, kk.save);
    await page.keyboard.press('Enter');
    await saved();
    const { profile } = await site.kopru.startups.get('new');
    expect(profile).toEqual({
      name: 'Тұзды топырақ',
      pitch: 'Егіс алқаптарына топырақтың тұздылығын өлшейтін зондтар орнатамыз.',
      country: 'KZ',
      languages: ['kk'],
      stage: 'seed',
      sectors: ['irrigation', 'топырақтану'],
      raise: { amount: 250_000, currency: 'USD' },
      consent: { matching: true },
      status: 'active',
    });
    await page.getByRole('heading', { name: kk.edit.startup }).waitFor();
    expect(visited.complaints).toEqual([]);
  });

  test('an investor writes its mandate in Azerbaijani by the keyboard alone', async () => {
    const az = PROFILE_WORDS.az;
    await open('investor:new', { lang: 'az' }, 1280);
    await page.getByRole('heading', { name: az.create.investor }).waitFor();
    await tabTo(page, az.fields['/name']);
    await page.keyboard.type('Muğan Fondu');
    await tabTo(page, 'İnvestor növü');
    await arrowTo(page, 'fund');
    await tabTo(page, az.fields['/thesis']);
    await page.keyboard.type(
      'Şoranlaşma əkin yerlərini sıradan çıxarır; münbitliyi qaytaran komandaları maliyyələşdiririk.',
    );
    await tabTo(page, 'Toxum');
    await page.keyboard.press('Space');
    await tabTo(page, 'Türk dövlətləri');
    await page.keyboard.press('Space');
    await tabTo(page, az.another);
    await arrowTo(page, 'DE');
    await tabTo(page, az.add);
    await page.keyboard.press('Enter');
    await tabTo(page, az.ends.min);
    await page.keyboard.type('50.000');
    await tabTo(page, az.ends.max);
    await page.keyboard.type('400 000');
    await tabTo(page, az.fields['/consent/matching']);
    await page.keyboard.press('Space');
    await tabTo(page, az.save);
    await page.keyboard.press('Enter');
    await saved();
    expect((await site.kopru.investors.get('new')).profile).toMatchObject({
      type: 'fund',
      stages: ['seed'],
      countries: ['turkic_states', 'DE'],
      ticket: { min: 50_000, max: 400_000, currency: 'USD' },
      consent: { matching: true },
    });
    expect(visited.complaints).toEqual([]);
  });

  test('nobody consents by leaving the form as it is', async () => {
    await open('startup:silent');
    expect(await page.getByRole('checkbox', { name: own.fields['/consent/matching'] }).isChecked()).toBe(false);
    await field(own.fields['/name']).fill('Silent');
    await field(own.fields['/pitch']).fill('We say nothing.');
    await save().click();
    await saved();
    expect((await site.kopru.startups.get('silent')).profile).not.toHaveProperty('consent');
  });

  test('says what is wrong at its field, and leads there from a summary', async () => {
    await open('investor:wrong');
    await field(own.fields['/website']).fill('not an address');
    await field(own.fields['/contact/email']).fill('ayla');
    expect(await described(own.fields['/website'])).toContain(own.problems.url);
    await field(own.ends.min).fill('500 000');
    await field(own.ends.max).fill('300,000');
    await save().click();
    const summary = page.getByRole('group', { name: own.summary(5) });
    expect(await summary.getByRole('link').allInnerTexts()).toEqual([
      `${own.fields['/name']}. ${own.problems.required}`,
      `${own.fields['/website']}. ${own.problems.url}`,
      `${own.fields['/thesis']}. ${own.problems.required}`,
      `Ticket: ${own.ends.min}. ${own.problems.order}`,
      `${own.fields['/contact/email']}. ${own.problems.email}`,
    ]);
    expect(await page.evaluate(focused)).toContain(own.summary(5));
    await summary.getByRole('link', { name: own.problems.order }).press('Enter');
    expect(await field(own.ends.min).evaluate((input) => input.matches(':focus'))).toBe(true);
    expect(await field(own.ends.min).getAttribute('aria-invalid')).toBe('true');
    await field(own.ends.min).fill('100 000');
    expect(await field(own.ends.min).getAttribute('aria-invalid')).toBe(null);
    expect(await site.kopru.investors.list().then(({ items }) => items.map(({ id }) => id))).not.toContain('wrong');
  });

  test('shows what the API refuses at its field', async () => {
    await open('startup:refused');
    await field(own.fields['/name']).fill('A');
    await field(own.fields['/pitch']).fill('A');
    await page.route('**/v1/startups/refused', (route) =>
      route.request().method() === 'PUT'
        ? route.fulfill(problem([{ path: '/name', rule: 'has_word' }]))
        : route.continue(),
    );
    await save().click();
    await page.getByRole('group', { name: own.summary(1) }).waitFor();
    expect(await described(own.fields['/name'])).toContain(own.problems.word);
  });

  test('keeps what was written through a reload, but no contact, and forgets it once it is saved', async () => {
    await open('startup:s-1');
    await field(own.fields['/name']).fill('Renamed');
    await field(own.fields['/contact/phone']).fill('+7 700 000 00 00');
    const stored = await page.evaluate(() => JSON.stringify(localStorage));
    expect(stored).toContain('Renamed');
    for (const secret of ['700 000', 'kopru_pk_', 'eyJ']) expect(stored).not.toContain(secret);
    await page.reload();
    await page.locator('[part=note]').waitFor();
    expect(await field(own.fields['/name']).inputValue()).toBe('Renamed');
    expect(await field(own.fields['/contact/phone']).inputValue()).toBe('+7 701 000 00 00');
    await page.getByRole('button', { name: own.discard }).click();
    expect(await field(own.fields['/name']).inputValue()).toBe('Топырақ');
    await page.getByRole('button', { name: words.undo }).click();
    expect(await field(own.fields['/name']).inputValue()).toBe('Renamed');
    await save().click();
    await saved();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect((await site.kopru.startups.get('s-1')).profile).toEqual({ ...STARTUP, name: 'Renamed', status: 'active' });
  });

  test.each(['mine', 'theirs'] as const)(
    'when somebody else has changed it meanwhile the reader decides: %s',
    async (choice) => {
      await site.kopru.investors.upsert('both', INVESTOR);
      await open('investor:both');
      await field(own.fields['/name']).fill('Mine');
      await site.kopru.investors.update('both', {
        name: 'Theirs',
        website: 'https://theirs.example',
        portfolio: ['Alma'],
      });
      await save().click();
      await page.getByRole('group', { name: own.conflict.title }).waitFor();
      expect(await page.evaluate(focused)).toContain(own.conflict.title);
      await page.getByRole('button', { name: own[choice] }).click();
      if (choice === 'mine') await saved();
      expect(await page.evaluate(focused)).toBe(choice === 'mine' ? own.save : own.edit.investor);
      expect(await field(own.fields['/name']).inputValue()).toBe(choice === 'mine' ? 'Mine' : 'Theirs');
      expect(await field(own.fields['/website']).inputValue()).toBe('https://theirs.example');
      expect((await site.kopru.investors.get('both')).profile).toMatchObject({
        name: choice === 'mine' ? 'Mine' : 'Theirs',
        portfolio: ['Alma'],
      });
    },
  );

  test('takes a save whose answer was lost for what it is', async () => {
    await open('startup:s-2');
    await field(own.fields['/name']).fill('Arrived');
    await page.route('**/v1/startups/s-2', async (route) => {
      if (route.request().method() !== 'PATCH') return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await save().click();
    await page.getByRole('alert').waitFor();
    await page.unroute('**/v1/startups/s-2');
    await save().click();
    await saved();
    expect((await site.kopru.startups.get('s-2')).profile.name).toBe('Arrived');
  });

  test('saves more than what may outlive a page', async () => {
    await site.kopru.investors.upsert('large', INVESTOR);
    await open('investor:large');
    const names = Array.from({ length: 400 }, (_, i) => `${i} ${'Ж'.repeat(190)}`);
    await field(own.fields['/portfolio']).fill(names.join('\n'));
    await save().click();
    await saved();
    expect((await site.kopru.investors.get('large')).profile.portfolio).toEqual(names);
  });

  test('says beside each limit how many more there would be without it', async () => {
    await site.kopru.investors.upsert('limits', { ...INVESTOR, countries: ['turkic_states'] });
    await open('investor:limits');
    const stages = page.getByRole('group', { name: 'Stage', exact: true });
    await stages.getByText(own.without(1)).waitFor();
    await page.getByRole('group', { name: own.fields['/countries'] }).getByText(own.without(1)).waitFor();
    await stages.getByRole('checkbox', { name: 'Growth' }).check();
    await stages.getByText(own.without(1)).waitFor({ state: 'detached' });
    await page
      .locator('[part=eligible]')
      .getByText(/^[2-9]/)
      .waitFor();
    await page.route('**/v1/limits', (route) => route.abort());
    await stages.getByRole('checkbox', { name: 'Growth' }).uncheck();
    await page.locator('[part=eligible]').getByText(/\d/).waitFor({ state: 'hidden' });
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('sends nothing but limits to count them', async () => {
    await open('startup:s-3');
    const request = await page.waitForRequest('**/v1/limits');
    expect(Object.keys(request.postDataJSON().profile).toSorted()).toEqual(['country', 'raise', 'sectors', 'stage']);
  });

  test('says that it could not be saved without a network, and keeps it', async () => {
    await open('startup:s-3');
    await field(own.fields['/name']).fill('Offline');
    await page.context().setOffline(true);
    await save().click();
    await page.getByText(own.offlineHint).waitFor();
    await page.context().setOffline(false);
    await save().click();
    await saved();
  });

  test('asks the page for a new token when it has run out, and goes on', async () => {
    await open('startup:s-3', { expired: '' });
    await form().waitFor();
    expect(await page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(1);
  });

  test('shows why there is no form', async () => {
    await open('startup:s-3', { 'signed-out': '' });
    await page.getByText(words.expired.title).first().waitFor();
    expect(await objections(page)).toEqual([]);
  });

  test('the page hears of a save before it is sent and after, and may prevent it', async () => {
    await open('startup:s-3');
    await form().waitFor();
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      document.addEventListener(
        'kopru-profile-save',
        (event) => {
          event.preventDefault();
          heard.push(`${event.detail.kind} ${event.detail.id} ${event.detail.profile.name}`);
        },
        { once: true },
      );
      document.addEventListener('kopru-profile-saved', (event) => heard.push(event.type));
    });
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await field(own.fields['/name']).fill('Heard');
    await save().click();
    expect(await heard()).toEqual(['startup s-3 Heard']);
    await save().click();
    await saved();
    expect(await heard()).toEqual(['startup s-3 Heard', 'kopru-profile-saved']);
  });

  test('keeps what was written when the language changes', async () => {
    await open('startup:s-3');
    await field(own.fields['/name']).fill('Kept');
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'az'));
    await page.getByRole('heading', { name: PROFILE_WORDS.az.edit.startup }).waitFor();
    expect(await field(PROFILE_WORDS.az.fields['/name']).inputValue()).toBe('Kept');
  });

  test('a draft that somebody else has overtaken says so at once', async () => {
    await site.kopru.investors.upsert('overtaken', INVESTOR);
    await open('investor:overtaken');
    await field(own.fields['/name']).fill('Mine');
    await site.kopru.investors.update('overtaken', { name: 'Theirs' });
    await page.reload();
    await page.getByRole('button', { name: own.theirs }).click();
    expect(await field(own.fields['/name']).inputValue()).toBe('Theirs');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('a page without the API hears what to save, and keeps nothing', async () => {
    await open('startup:s-3');
    await form().waitFor();
    await page.evaluate(() => {
      const element = document.createElement('kopru-profile');
      element.kind = 'investor';
      element.profile = { name: 'Given', thesis: 'Water.', newer: 1 };
      document.addEventListener('kopru-profile-saved', ({ detail }) => Object.assign(window, { detail }));
      document.querySelector('main')!.replaceChildren(element);
    });
    await field(own.fields['/thesis']).fill('Water and soil.');
    await save().click();
    await saved();
    expect(await page.evaluate(() => (window as unknown as { detail: unknown }).detail)).toEqual({
      kind: 'investor',
      id: '',
      profile: { name: 'Given', thesis: 'Water and soil.', newer: 1, status: 'active' },
    });
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('sectors, countries and languages beyond those on the form are added and taken away', async () => {
    await site.kopru.investors.upsert('adding', INVESTOR);
    await open('investor:adding');
    const countries = page.getByRole('group', { name: own.fields['/countries'] });
    await countries.getByRole('combobox').selectOption('JP');
    await countries.getByRole('button', { name: own.add }).click();
    expect(await countries.getByRole('checkbox', { name: 'Japan' }).isChecked()).toBe(true);
    expect(await page.getByRole('status').textContent()).toBe('Japan');
    const sectors = page.getByRole('group', { name: 'Sector', exact: true });
    await sectors.getByRole('button', { name: own.remove('Irrigation') }).click();
    await expect.poll(() => page.evaluate(focused)).toBe(own.field);
    await sectors.getByRole('combobox', { name: own.field }).selectOption('finance');
    await sectors.getByRole('checkbox', { name: own.wholeField }).check();
    await save().click();
    await saved();
    expect((await site.kopru.investors.get('adding')).profile).toMatchObject({
      countries: ['JP'],
      sectors: ['agrifood', 'finance'],
    });
  });

  test('hostile texts stay texts', async () => {
    const text = HOSTILE.join(' ');
    const hostile: ProfileInput<'investor'> = {
      ...INVESTOR,
      name: text.slice(0, 200),
      thesis: text.slice(0, 10_000),
      sectors: HOSTILE.filter((item) => /\p{L}/u.test(item))
        .map((item) => item.slice(0, 100))
        .slice(0, 20),
      portfolio: [text.slice(0, 200).replaceAll(/\s/g, ' ')],
    };
    await site.kopru.investors.upsert('hostile', hostile);
    await open('investor:hostile');
    await form().waitFor();
    const found = await page.evaluate(() => {
      const root = document.querySelector('kopru-profile')!.shadowRoot!;
      return {
        foreign: root.querySelectorAll('img, script, style, iframe, [onload], [onerror], svg').length,
        hacked: 'hacked' in window,
        width: document.documentElement.scrollWidth,
      };
    });
    expect(found).toEqual({ foreign: 0, hacked: false, width: 360 });
    expect(visited.complaints).toEqual([]);
  });

  // The gallery has every state in every language.
  test.each(['kk', 'hu'] as const)('has no barrier that axe knows, and fits, in %s', async (lang) => {
    await open('investor:i-1', { lang }, 320);
    await form().waitFor();
    await page.evaluate(() =>
      Array.from(document.querySelector('kopru-profile')!.shadowRoot!.querySelectorAll('input'))
        .find(({ name }) => name === '/name')!
        .select(),
    );
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: PROFILE_WORDS[lang].save, exact: true }).click();
    await page.getByRole('group', { name: PROFILE_WORDS[lang].summary(1) }).waitFor();
    await page.locator('#f-excludedSectors').selectOption('agrifood');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await objections(page)).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await page.evaluate(small)).toEqual([]);
  });
});

/** What the API answers to a profile that breaks rules. */
const problem = (issues: readonly { path: string; rule: string }[]) => ({
  status: 422,
  contentType: 'application/problem+json',
  headers: { 'access-control-allow-origin': '*' },
  body: JSON.stringify({
    ...{ type: 'urn:kopru:problem:invalid_request', title: '', status: 422, code: 'invalid_request', detail: '' },
    requestId: 'r',
    issues: issues.map((issue) => ({ in: 'body', message: '', received: 'string', ...issue })),
  }),
});

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 90; i++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(focused)).startsWith(name)) return;
  }
  throw new Error(`"${name}" is not reached by Tab`);
}

/** Presses the arrow down until a select says so. */
async function arrowTo(page: Page, value: string): Promise<void> {
  const chosen = () => (document.activeElement?.shadowRoot?.activeElement as HTMLSelectElement | null)?.value;
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('ArrowDown');
    if ((await page.evaluate(chosen)) === value) return;
  }
  throw new Error(`"${value}" is not reached by the arrow`);
}

/** What has the focus inside the element: the text of its label, or its own. */
const focused = (): string => {
  const active = document.activeElement?.shadowRoot?.activeElement as HTMLInputElement | null;
  return (active?.labels?.[0] ?? active)?.textContent?.trim() ?? '';
};

/** What can be pressed and is smaller than 24 px. */
const small = (): string[] =>
  Array.from(
    document
      .querySelector('kopru-profile')!
      .shadowRoot!.querySelectorAll('button, a, select, input, textarea, label.check'),
  )
    .filter((element) => !element.matches('[type=checkbox]'))
    .filter((element) => element.getBoundingClientRect().height < 24)
    .map(({ outerHTML }) => outerHTML);
