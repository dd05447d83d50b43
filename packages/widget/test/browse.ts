import type { Browser, Page } from 'playwright-core';

export interface Visit {
  readonly page: Page;
  /** What the browser complained of. */
  readonly complaints: string[];
  /** Every address that was asked for. */
  readonly asked: string[];
}

/** Opens a page of the site as a phone does. Close it after use. */
export async function visit(browser: Browser, url: string, width = 360): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => {
    // The browser asks for an icon by itself, which the policy refuses.
    if (message.type() === 'error' && !message.text().includes('favicon')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(url);
  // Where a page has no ground of its own, axe takes it for white, also in the dark.
  await page.evaluate(() => document.body.style.setProperty('background', 'Canvas'));
  return { page, complaints, asked };
}
