import { LOCALES } from '@kopru/sdk/facets';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { type Gallery, openGallery, STATES } from './gallery.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: the gallery is not tried in a browser');

/** `KOPRU_GALLERY=all` shows every state to axe in every language, which takes a minute more. */
const ALL = process.env.KOPRU_GALLERY === 'all';

describe.skipIf(noBrowser)('the gallery in Chromium', () => {
  let browser: Browser;
  let gallery: Gallery;

  beforeAll(async () => {
    browser = await launchBrowser();
    gallery = await openGallery(browser);
    await gallery.page.evaluate(axe.source);
  });

  afterAll(async () => {
    await gallery?.close();
    await browser?.close();
  });

  beforeEach(() => {
    gallery.complaints.length = 0;
  });

  /** What axe objects to in what is shown. */
  const objections = (withContrast: boolean) =>
    gallery.page.evaluate(async (enabled) => {
      const { axe: checker } = window as unknown as { axe: typeof axe };
      const { violations } = await checker.run(document, {
        resultTypes: ['violations'],
        // By far the slowest; the colours are the same in every language.
        rules: { 'color-contrast': { enabled } },
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
      );
    }, withContrast);

  /** Whether what is shown is wider than its place. */
  const width = () =>
    gallery.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.getElementById('stage')!;
      return scrollWidth > clientWidth ? `${scrollWidth - clientWidth} px too wide` : 'fits';
    });

  /** Words by which a text that is missing shows itself. */
  const leftovers = () =>
    gallery.page.evaluate(() => {
      const root = document.querySelector('#stage > *')!.shadowRoot!;
      return /undefined|\[object|\bNaN\b|\bnull\b|[{}]/.exec(root.textContent ?? '')?.[0];
    });

  /** The language of the interface itself. */
  const spoken = () =>
    gallery.page.evaluate(() =>
      document.querySelector('#stage > *')!.shadowRoot!.querySelector('.root')!.getAttribute('lang'),
    );

  test.each(STATES.map((state, i) => [...state, i] as const))(
    '<kopru-%s> %s: nothing to object to in nine languages, in the light and in the dark, at 320 px',
    async (element, state, place) => {
      for (const [i, lang] of LOCALES.entries()) {
        // What axe objects to is rarely in one language alone: each state is shown to it in one, and each language in many states.
        const isTheirs = i === place % LOCALES.length;
        await gallery.show({ element, state, lang });
        const where = `${element} ${state} ${lang}`;
        expect(await width(), where).toBe('fits');
        if (isTheirs || ALL) expect(await objections(isTheirs), where).toEqual([]);
        if (state !== 'hostile') expect(await leftovers(), where).toBeUndefined();
        expect(await spoken(), where).toBe(lang);
        if (!isTheirs) continue;
        await gallery.show({ element, state, lang, theme: 'dark' });
        expect(await objections(true), `${where}, dark`).toEqual([]);
      }
      // What the API refuses is told to whoever builds the page.
      expect(gallery.complaints.filter((complaint) => !/KopruError/.test(complaint))).toEqual([]);
    },
  );
});
