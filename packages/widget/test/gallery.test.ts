import { LOCALES } from '@kopru/sdk/facets';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { objections } from '../../../scripts/axe.ts';
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
  });

  afterAll(async () => {
    await gallery?.close();
    await browser?.close();
  });

  beforeEach(() => {
    gallery.complaints.length = 0;
  });

  /** How far what is shown is wider than its place, a word by which a missing text shows itself, and the language of the interface. */
  const look = () =>
    gallery.page.evaluate(() => {
      const stage = document.getElementById('stage')!;
      const root = stage.firstElementChild!.shadowRoot!;
      return {
        tooWide: stage.scrollWidth - stage.clientWidth,
        leftover: /undefined|\[object|\bNaN\b|\bnull\b|[{}]/.exec(root.textContent ?? '')?.[0],
        lang: root.querySelector('.root')!.getAttribute('lang'),
      };
    });

  test.each(STATES.map((state, i) => [...state, i] as const))(
    '<kopru-%s> %s: nothing to object to in nine languages, in the light and in the dark, at 320 px',
    async (element, state, place) => {
      for (const [i, lang] of LOCALES.entries()) {
        // What axe objects to is rarely in one language alone: each state is shown to it in one, and each language in many states.
        const isTheirs = i === place % LOCALES.length;
        await gallery.show({ element, state, lang });
        const where = `${element} ${state} ${lang}`;
        const { tooWide, leftover, lang: spoken } = await look();
        expect({ tooWide, spoken }, where).toEqual({ tooWide: 0, spoken: lang });
        if (state !== 'hostile') expect(leftover, where).toBeUndefined();
        if (isTheirs || ALL) expect(await objections(gallery.page), where).toEqual([]);
        if (!isTheirs) continue;
        // Nothing but the colours is another in the dark.
        await gallery.show({ element, state, lang, theme: 'dark' });
        expect(await objections(gallery.page, ['color-contrast']), `${where}, dark`).toEqual([]);
      }
      // What the API refuses is told to whoever builds the page.
      expect(gallery.complaints.filter((complaint) => !/KopruError/.test(complaint))).toEqual([]);
    },
  );
});
