import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { type Gallery, openGallery } from './gallery.ts';
import { hostileTexts } from './hostile.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: hostile texts are not tried in a browser');

const TEXTS = hostileTexts(200, 2026);
const ELEMENTS = [
  'matches',
  'introductions',
  'profile',
  'search',
  'corridors',
  'market-entry',
  'co-investment',
  'neighbours',
  'applications',
];
/** Each text is shown by two elements or three, since all take texts by the same ways; `KOPRU_GALLERY=all` shows all in all. */
const SHARE = process.env.KOPRU_GALLERY === 'all' ? 1 : 4;

test('the texts are two hundred, and the same each time', () => {
  expect(new Set(TEXTS).size).toBeGreaterThan(190);
  expect(hostileTexts(200, 2026)).toEqual(TEXTS);
});

describe.skipIf(noBrowser)('two hundred hostile texts in every place of a text', () => {
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

  test.each(ELEMENTS.map((element, place) => [element, place] as const))(
    '<kopru-%s> shows them as text',
    async (element, place) => {
      await gallery.show({ element, state: 'hostile' });
      gallery.complaints.length = 0;
      const texts = TEXTS.filter((_, i) => i % SHARE === place % SHARE);
      expect((await gallery.page.evaluate(faultsOf, texts)).slice(0, 10)).toEqual([]);
      expect(gallery.complaints.slice(0, 5)).toEqual([]);
    },
  );
});

/** Writes each text into the field of the gallery. @returns what went wrong with which. Runs in the page. */
async function faultsOf(texts: readonly string[]): Promise<string[]> {
  // No element is made with any of these.
  const foreign = 'script, style, template, iframe, img, object, base, meta, math, b, title, kopru-matches, #made';
  const field = document.querySelector<HTMLTextAreaElement>('[name=text]')!;
  const root = document.documentElement;
  const stage = document.getElementById('stage')!;
  const directions = () =>
    Array.from(
      stage.firstElementChild!.shadowRoot!.querySelectorAll('h2, h4, dt, legend'),
      (one) => getComputedStyle(one).direction,
    );
  const found: string[] = [];
  for (const [i, text] of texts.entries()) {
    const before = root.dataset.shown;
    field.value = text;
    field.dispatchEvent(new Event('change'));
    while (root.dataset.shown === before) await new Promise((resolve) => setTimeout(resolve, 2));
    const shadow = stage.firstElementChild!.shadowRoot!;
    const wrong = (what: string) => found.push(`${what}, of ${i} ${JSON.stringify(text.slice(0, 60))}`);
    if ('hacked' in window) wrong('a script ran');
    for (const { localName } of shadow.querySelectorAll(foreign)) wrong(`<${localName}> was made`);
    for (const { href } of shadow.querySelectorAll<HTMLAnchorElement>('a[href]'))
      if (!/^(https?|mailto|tel):/.test(href)) wrong(`a link to ${href}`);
    for (const one of shadow.querySelectorAll('*'))
      for (const { name } of one.attributes) if (/^(on|style$|srcdoc$)/.test(name)) wrong(`an attribute ${name}`);
    if (stage.scrollWidth > stage.clientWidth) wrong(`${stage.scrollWidth - stage.clientWidth} px too wide`);
    if (directions().includes('rtl')) wrong('what surrounds it is turned round');
  }
  return found;
}
