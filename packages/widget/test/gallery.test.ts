import { LOCALES } from '@kopru/sdk/facets';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { type Gallery, openGallery, STATES } from './gallery.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: the gallery is not tried in a browser');

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

  /** What is wrong with what is shown: what axe objects to, and what is wider than its place. */
  const faults = (withContrast: boolean) =>
    gallery.page.evaluate(async (enabled) => {
      const { axe: checker } = window as unknown as { axe: typeof axe };
      const { violations } = await checker.run(document, {
        resultTypes: ['violations'],
        // By far the slowest; the colours are the same in every language.
        rules: { 'color-contrast': { enabled } },
      });
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
      );
      const stage = document.getElementById('stage')!;
      if (stage.scrollWidth > stage.clientWidth) found.push(`${stage.scrollWidth - stage.clientWidth} px too wide`);
      return found;
    }, withContrast);

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

  test.each(STATES)(
    '<kopru-%s> %s: nothing to object to in nine languages, in the light and in the dark, at 320 px',
    async (element, state) => {
      for (const [i, lang] of LOCALES.entries()) {
        await gallery.show({ element, state, lang });
        const where = `${element} ${state} ${lang}`;
        expect(await faults(i === 0), where).toEqual([]);
        if (state !== 'hostile') expect(await leftovers(), where).toBeUndefined();
        expect(await spoken(), where).toBe(lang);
        if (i !== 0) continue;
        await gallery.show({ element, state, lang, theme: 'dark' });
        expect(await faults(true), `${where}, dark`).toEqual([]);
      }
      // What the API refuses is told to whoever builds the page.
      expect(gallery.complaints.filter((complaint) => !/KopruError/.test(complaint))).toEqual([]);
    },
  );
});
