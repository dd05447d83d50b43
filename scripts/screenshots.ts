/**
 * Takes every element from the gallery into `docs/screenshots/`: one sheet for each element and language, with
 * both widths and both schemes.
 *
 * @module
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { Locale } from '@kopru/sdk/facets';
import type { Page } from 'playwright-core';
import { type Gallery, openGallery } from '../packages/widget/test/gallery.ts';
import { launchBrowser } from './browser.ts';

const FOLDER = 'docs/screenshots';
const LANGUAGES: readonly Locale[] = ['az', 'kk', 'ru', 'hu'];

/** The state in which an element shows most. */
const SHOWN = {
  matches: 'connected',
  introductions: 'contact',
  profile: 'ready',
  search: 'linked',
  corridors: 'suppressed',
  'market-entry': 'ready',
  applications: 'history',
  'co-investment': 'ready',
  neighbours: 'ready',
};
const SIGHTS = [
  { width: 360, theme: 'light' },
  { width: 360, theme: 'dark' },
  { width: 1280, theme: 'light' },
  { width: 1280, theme: 'dark' },
] as const;

/** Longest part of an element that is shown, in pixels. */
const LONGEST = 1400;

const browser = await launchBrowser();
try {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const gallery = await openGallery(browser, 1280);
  const sheet = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  for (const [element, state] of Object.entries(SHOWN)) {
    for (const lang of LANGUAGES) {
      const images: string[] = [];
      for (const { width, theme } of SIGHTS) images.push(await shot(gallery, width, { element, state, lang, theme }));
      await compose(sheet, images, `${FOLDER}/${element}-${lang}.jpg`);
    }
  }
  await gallery.close();
} finally {
  await browser.close();
}

/** One sight of an element, as a data URL. */
async function shot({ page, show }: Gallery, width: number, shown: Parameters<Gallery['show']>[0]): Promise<string> {
  await page.setViewportSize({ width, height: 800 });
  await show(shown);
  const height = await page.evaluate(() => Math.ceil(document.getElementById('stage')!.getBoundingClientRect().height));
  await page.setViewportSize({ width, height: Math.min(height, LONGEST) });
  const image = await page.screenshot();
  return `data:image/png;base64,${image.toString('base64')}`;
}

/** Puts sights beside each other, at half their size. */
async function compose(page: Page, images: readonly string[], file: string): Promise<void> {
  await page.setContent(
    `<!doctype html><style>body{margin:0}div{align-items:start;background:#8a9698;display:flex;gap:16px;padding:16px;width:max-content}img{display:block;zoom:.5}</style><div>${images
      .map((image) => `<img src="${image}">`)
      .join('')}</div>`,
  );
  await page.waitForFunction(() => Array.from(document.images).every(({ complete }) => complete));
  await writeFile(file, await page.locator('div').screenshot({ type: 'jpeg', quality: 72 }));
}
