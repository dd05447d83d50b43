import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from '../scripts/browser.ts';
import { type LocalHub, startHub } from '../scripts/local-hub.ts';
import { freePort, type Program, startProgram } from '../scripts/program.ts';
import { MEMBERS } from './hub-site/members.ts';

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: the elements are not tried in React, Vue, Angular and with Turbo');

describe.skipIf(noBrowser)('the elements in a page of', () => {
  let hub: LocalHub;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  // What one of them saved would be there for the next.
  beforeEach(async () => {
    hub = await startHub();
    for (const { kind, id, profile } of MEMBERS)
      await (kind === 'startup' ? hub.kopru.startups.upsert(id, profile) : hub.kopru.investors.upsert(id, profile));
  });
  afterEach(() => hub?.stop());

  const start = async (example: string): Promise<Program & { readonly url: string }> => {
    const port = await freePort();
    const folder = fileURLToPath(new URL(example, import.meta.url));
    const env = { KOPRU_URL: hub.url, KOPRU_KEY: hub.key, PORT: String(port), NODE_ENV: 'development' };
    const program = await startProgram('npm', ['start'], { folder, env, ready: /Local:/ });
    return { ...program, url: `http://127.0.0.1:${port}/` };
  };

  test.each(['react', 'vue', 'angular', 'turbo'])('%s', { timeout: 120_000 }, async (name) => {
    const example = await start(`widget-${name}`);
    const page = await browser.newPage({ viewport: { width: 720, height: 1200 } });
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    try {
      await page.goto(example.url);
      const matches = page.locator('kopru-matches');
      await matches.getByRole('heading', { name: 'Muğan Fondu' }).waitFor({ timeout: 60_000 });

      await matches.getByRole('button', { name: 'Save', exact: true }).click();
      await expect.poll(() => page.getByRole('status').first().textContent()).toContain('Muğan Fondu');

      await page.getByRole('button', { name: 'Қазақша' }).click();
      await matches.getByText('Неге сай келеді').waitFor();
      expect(complaints).toEqual([]);
      if (name !== 'turbo') return;

      // Turbo keeps the document: what is on the page comes and goes.
      await page.evaluate('window.kept = true');
      await page.getByRole('link', { name: 'Introductions' }).click();
      await page.locator('kopru-introductions').getByRole('heading', { level: 2 }).first().waitFor();
      await page.getByRole('link', { name: 'Matches' }).click();
      await matches.getByRole('heading', { name: 'Muğan Fondu' }).waitFor();
      await page.goBack();
      await page.locator('kopru-introductions').getByRole('heading', { level: 2 }).first().waitFor();
      expect(await page.evaluate('window.kept')).toBe(true);
      expect(complaints).toEqual([]);
    } finally {
      await page.close();
      await example.stop();
    }
  });
});

test.each(['react', 'vue', 'angular', 'turbo'])('the README of %s names what its example does', async (name) => {
  const folder = new URL(`widget-${name}/`, import.meta.url);
  const readme = await readFile(new URL('README.md', folder), 'utf8');
  const config = await readFile(new URL('vite.config.ts', folder), 'utf8');
  expect(readme).toContain(`npm start -w kopru-example-widget-${name}`);
  expect(readme).toContain(`http://127.0.0.1:${/server\((\d+)\)/.exec(config)?.[1]}/`);
});
