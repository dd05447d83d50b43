import type { ProfileInput } from '@kopru/sdk';
import type { Application, MatchList } from '@kopru/sdk/schema';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { objections } from '../../../scripts/axe.ts';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import type { ApplicationsElement } from '../src/index.ts';
import { type Visit, visit } from './browse.ts';
import { type ConnectedSite, STARTUP, startConnectedSite } from './hub.ts';
import { APPLICATION_WORDS, WORDS } from './words.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: applications are not tried in a browser');

const own = APPLICATION_WORDS.en;

const PROGRAMME: ProfileInput<'programme'> = {
  name: 'Sabah',
  about: 'Suvarma və torpaq üzrə komandalara on iki həftəlik akselerasiya.',
  lang: 'az',
  calls: [
    { name: 'Spring', closesOn: '2098-03-01' },
    { name: 'All year' },
    { name: 'Over', closesOn: '2026-01-31' },
    { name: 'To come', opensOn: '2098-05-05' },
  ],
  sectors: ['irrigation'],
  consent: { matching: true },
};

describe.skipIf(noBrowser)('<kopru-applications> with the API', () => {
  let site: ConnectedSite;
  let browser: Browser;
  let visited: Visit;
  let page: Page;
  /** A startup of its own for each test. */
  let who = '';
  let made = 0;

  beforeAll(async () => {
    site = await startConnectedSite();
    browser = await launchBrowser();
    await site.kopru.hub.update({ settings: { pipeline: ['Prototype', 'Pilot'] } });
    await site.kopru.programmes.upsert('quiet', { ...PROGRAMME, name: 'Quiet', private: ['calls'] });
  });

  beforeEach(async () => {
    made++;
    who = `s-${made}`;
    await site.kopru.programmes.upsert('sabah', PROGRAMME);
    await site.kopru.startups.upsert(who, { ...STARTUP, name: `Startup ${who}` });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(async () => {
    await page?.close();
  });

  const open = async (query: Record<string, string> = {}) => {
    visited = await visit(browser, site.page(`startup:${who}`, { tags: 'applications', ...query }));
    page = visited.page;
    await page.locator('kopru-applications[state=ready]').waitFor();
  };
  const mine = () => page.locator('section').first().locator('article');
  const stateOfMine = (state: string) => mine().locator('[part=state]', { hasText: state });
  const programme = (name: string) => page.locator('section').nth(1).locator('article').filter({ hasText: name });
  const call = (name: string) => page.locator('[part=call]').filter({ hasText: name });
  const applyTo = (name: string) => call(name).getByRole('button', { name: own.actions.apply });
  const apply = (name = 'Spring') =>
    site.kopru.applications.create({ startup: who, programme: 'sabah', call: name }) as Promise<Application>;
  const stored = async () =>
    (await site.kopru.applications.list({ startup: who })).items.map((one) => [one.call, one.state]);
  const focused = () =>
    page.evaluate(
      () => document.querySelector('kopru-applications')!.shadowRoot!.activeElement?.textContent?.trim() ?? '',
    );

  test('shows each application with its state, its stage and, unfolded, what it was before', async () => {
    const [first, second] = [await apply('Spring'), await apply('All year')];
    await site.kopru.applications.update(first.id, { state: 'admitted', stage: 'Prototype' });
    await site.kopru.applications.update(first.id, { stage: 'Pilot' });
    await site.kopru.applications.update(second.id, { state: 'declined' });
    await open();
    expect(await mine().locator('[part=state]').allTextContents()).toEqual([own.states.declined, own.states.admitted]);
    const admitted = mine().nth(1);
    expect(await admitted.locator('h3').textContent()).toBe('Sabah');
    expect(await admitted.locator('dd').nth(1).textContent()).toBe('Pilot');
    await admitted.getByText(own.history).click();
    await admitted.locator('[part=moves] li').nth(2).waitFor();
    expect(await admitted.locator('[part=moves] span').allTextContents()).toEqual([
      own.states.applied,
      `${own.states.admitted} · Prototype`,
      `${own.states.admitted} · Pilot`,
    ]);
    // What is over cannot be withdrawn, and can be asked for anew.
    expect(await mine().nth(0).getByRole('button').count()).toBe(0);
    expect(await call('All year').getByRole('button').textContent()).toContain(own.again);
    expect(await objections(page)).toEqual([]);
    expect(visited.complaints).toEqual([]);
  });

  test('shows the calls that are open or will be, and none that is kept private', async () => {
    await open();
    await programme('Sabah').waitFor();
    expect(await programme('Sabah').locator('[part=call] strong').allTextContents()).toEqual([
      'Spring',
      'All year',
      'To come',
    ]);
    expect(await call('Spring').textContent()).toContain(`${own.lastDay}: 1 March 2098`);
    expect(await call('All year').textContent()).toContain(own.noLastDay);
    expect(await call('To come').getByRole('button').count()).toBe(0);
    expect(await programme('Quiet').textContent()).toContain(own.noCall);
    expect(await programme('Quiet').textContent()).not.toContain('Spring');
  });

  test('applies by the keyboard, and shows the state at once, here and above', async () => {
    await open({ undo: '0' });
    await applyTo('Spring').focus();
    await page.keyboard.press('Enter');
    await stateOfMine(own.states.applied).waitFor();
    expect(await call('Spring').locator('[part=state]').textContent()).toBe(own.states.applied);
    expect(await applyTo('Spring').count()).toBe(0);
    expect(await stored()).toEqual([['Spring', 'applied']]);
    // The focus stays at the call.
    expect(await focused()).toContain('Spring');
    expect(await page.evaluate(() => (window as unknown as { done: string[] }).done)).toEqual(['kopru-apply']);
    await mine().getByText(own.history).click();
    await mine().locator('[part=moves] li').waitFor();
  });

  test('can be taken back for a while, and is not sent then', async () => {
    await open({ undo: '600' });
    await applyTo('Spring').click();
    expect(await focused()).toBe(own.done.apply);
    await call('Spring').getByRole('button', { name: WORDS.en.undo }).click();
    await applyTo('Spring').waitFor();
    expect(await stored()).toEqual([]);
  });

  test('does nothing that the host page prevents', async () => {
    await open({ undo: '0', prevent: 'apply' });
    await applyTo('Spring').click();
    expect(await page.evaluate(() => (window as unknown as { done: string[] }).done)).toEqual(['kopru-apply']);
    expect(await applyTo('Spring').isVisible()).toBe(true);
  });

  test('says that a call has closed meanwhile', async () => {
    await open({ undo: '0' });
    await site.kopru.programmes.upsert('sabah', {
      ...PROGRAMME,
      calls: [{ name: 'Spring', closesOn: '2026-01-31' }, { name: 'All year' }],
    });
    await applyTo('Spring').click();
    await call('Spring').getByText(own.refused.closed).waitFor();
    await site.kopru.programmes.update('sabah', { status: 'paused' });
    await applyTo('All year').click();
    await call('All year').getByText(own.refused.closed).waitFor();
    expect(await stored()).toEqual([]);
  });

  test('says that the startup has applied already, and how that stands', async () => {
    await open({ undo: '0' });
    await apply();
    await applyTo('Spring').click();
    await call('Spring').getByText(own.refused.already).waitFor();
    expect(await call('Spring').locator('[part=state]').textContent()).toBe(own.states.applied);
    expect(await mine().count()).toBe(1);
  });

  test('withdraws once the reader says so twice, and lets it apply again', async () => {
    await apply();
    await open({ undo: '0' });
    const withdraw = () => mine().getByRole('button', { name: own.actions.withdraw });
    await withdraw().click();
    await page.getByText(own.withdrawHint.applied).waitFor();
    await page.keyboard.press('Escape');
    expect(await focused()).toBe(own.actions.withdraw);
    expect(await stored()).toEqual([['Spring', 'applied']]);
    await withdraw().click();
    await withdraw().click();
    await stateOfMine(own.states.withdrawn).waitFor();
    expect(await stored()).toEqual([['Spring', 'withdrawn']]);
    expect(await withdraw().count()).toBe(0);
    await call('Spring').getByRole('button', { name: own.again }).click();
    await mine().nth(1).waitFor();
    expect(await stored()).toEqual([
      ['Spring', 'applied'],
      ['Spring', 'withdrawn'],
    ]);
  });

  test('says that an application was decided on meanwhile, and how', async () => {
    const { id } = await apply();
    await open({ undo: '0' });
    await site.kopru.applications.update(id, { state: 'declined' });
    await mine().getByRole('button', { name: own.actions.withdraw }).click();
    await mine().getByRole('button', { name: own.actions.withdraw }).click();
    await mine().getByText(own.refused.moved).waitFor();
    expect(await mine().locator('[part=state]').textContent()).toBe(own.states.declined);
  });

  test('has no way to apply to a programme of another hub, and says where it is to be asked', async () => {
    await open();
    await page.route('**/matches?*', async (route) => {
      const answer = await route.fetch();
      const list = (await answer.json()) as MatchList;
      const home = { hub: 'kz', name: 'Astana Hub', country: 'KZ' } as const;
      await route.fulfill({
        response: answer,
        json: { ...list, matches: list.matches.map((match) => ({ ...match, id: `~${match.id}`, home })) },
      });
    });
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'hu'));
    const words = APPLICATION_WORDS.hu;
    await page.getByText(words.elsewhere).waitFor();
    expect(await page.getByRole('button', { name: words.actions.apply }).count()).toBe(0);
    expect(await call('Spring').count()).toBe(1);
  });

  test('what the host page hands over is shown, and cannot be changed', async () => {
    await apply();
    await open();
    const shown = await page.evaluate(async () => {
      const connected = document.querySelector('kopru-applications') as ApplicationsElement;
      const plain = document.createElement('kopru-applications') as ApplicationsElement;
      document.body.append(plain);
      Object.assign(plain, { list: connected.list, applications: connected.applications, state: 'ready' });
      await plain.updateComplete;
      const root = plain.shadowRoot!;
      return [root.querySelectorAll('[part=call]').length, root.querySelectorAll('button').length];
    });
    expect(shown).toEqual([3, 0]);
  });

  test('a token that speaks for no startup is told of to whoever builds the page', async () => {
    visited = await visit(browser, site.page('investor:i-1', { tags: 'applications' }));
    page = visited.page;
    await page.getByText(own.error.title).first().waitFor();
    expect(visited.complaints.join()).toContain('only startups apply');
  });

  test('has nothing that axe objects to in kk, and targets of 24 px at least', async () => {
    await apply();
    const words = APPLICATION_WORDS.kk;
    await open({ lang: 'kk', undo: '600' });
    await mine().getByRole('button', { name: words.actions.withdraw }).click();
    await call('All year').getByRole('button', { name: words.actions.apply }).click();
    await mine().getByText(words.history).click();
    await mine().locator('[part=moves] li').waitFor();
    expect(await objections(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await objections(page)).toEqual([]);
    const small = await page
      .locator('button, summary, a')
      .evaluateAll((targets) =>
        targets.map((target) => target.getBoundingClientRect()).filter(({ height }) => height > 0 && height < 24),
      );
    expect(small).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});
