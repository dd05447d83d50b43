import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locale } from '@kopru/sdk/facets';
import type { Browser, Page } from 'playwright-core';
import { serveFolder } from '../../../scripts/publish/serve-folder.ts';
import { buildGallery } from '../../api/demo/build.ts';
import { SCENES } from '../../api/demo/gallery/scenes.ts';

/** Every state of every element, as the gallery has them. */
export const STATES: readonly (readonly [element: string, state: string])[] = Object.entries(SCENES).flatMap(
  ([element, scenes]) => Object.keys(scenes).map((state) => [element, state] as const),
);

/** What is asked of the gallery. What is not named is its first. */
interface Shown {
  readonly element: string;
  readonly state: string;
  readonly lang?: Locale;
  readonly theme?: 'light' | 'dark' | 'forced';
  readonly width?: string;
  readonly dir?: 'ltr' | 'rtl';
}

export interface Gallery {
  readonly page: Page;
  /** What the browser complained of. */
  readonly complaints: string[];
  /** Shows a state, and waits until it is there. */
  show(shown: Shown): Promise<void>;
  close(): Promise<void>;
}

/** Builds, serves and opens the gallery, without its controls. Close it after use. */
export async function openGallery(browser: Browser, width = 320, scale = 1): Promise<Gallery> {
  const folder = await mkdtemp(join(tmpdir(), 'kopru-gallery-'));
  await buildGallery(folder);
  const { url, stop } = await serveFolder({ '/': folder });
  const page = await browser.newPage({ viewport: { width, height: 800 }, deviceScaleFactor: scale });
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${url}/gallery.html?bare`);
  await page.locator('html[data-shown]').waitFor();
  return {
    page,
    complaints,
    async show(shown) {
      const query = `?bare&${new URLSearchParams({ ...shown })}`;
      await page.evaluate(async (address) => {
        const { dataset } = document.documentElement;
        delete dataset.shown;
        history.replaceState(null, '', address);
        dispatchEvent(new PopStateEvent('popstate'));
        // In the page: to be asked from outside takes longer than to show most states.
        const end = Date.now() + 15_000;
        while (dataset.shown === undefined) {
          if (Date.now() > end) throw new Error(`${address} is not shown`);
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
      }, query);
    },
    async close() {
      await page.close();
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
