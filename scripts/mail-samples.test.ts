import { LOCALES } from '@kopru/sdk/strings';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from './browser.ts';
import { mailSamples, type Samples } from './mail-samples.ts';

const samples = await mailSamples();
const ALL = LOCALES.flatMap((locale) =>
  Object.entries(samples[locale]).map(([name, sample]) => [locale, name, sample] as const),
);

/** Says in English what no other language may say by mistake. */
const ENGLISH = /You get this mail|Unsubscribe|Request an introduction|Why it fits|out of 100/;

describe.each(ALL)('in %s, the mail "%s"', (locale, name, { subject, html, text, lang }) => {
  const both = `${html}\n${text}`;

  test('is whole, in its language and no larger than mailboxes show', () => {
    expect(lang).toBe(locale);
    expect(html).toContain(`<html lang="${locale}" dir="ltr"`);
    expect(both).not.toMatch(/\{\{|\}\}|undefined|\[object|NaN/);
    expect(both).not.toMatch(/ё\.\.|[^.]\.\.(?!\.)/);
    if (locale !== 'en') expect(both).not.toMatch(ENGLISH);
    expect([...subject].length).toBeLessThanOrEqual(78);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(new TextEncoder().encode(html).length).toBeLessThanOrEqual(100_000);
  });

  test('links to signed addresses alone, and loads and tracks nothing', () => {
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href as string);
    const signed = /^https:\/\/kopru\.example\/mail\/\w+\/[\w-]+\.[\w-]+\.[\w-]+$/;
    expect(links.filter((href) => !signed.test(href) && !/^(mailto|tel):/.test(href))).toEqual([]);
    expect(html).not.toMatch(/<script|<img|<iframe|<form|<link|url\(|@import|javascript:|http:\/\/(?!www\.w3\.org)/i);
    // The plain text leads to the same places.
    const withoutSchemes = links.filter((href) => href.startsWith('https:'));
    expect(withoutSchemes.filter((href) => !text.includes(`\n${href}\n`) && !text.endsWith(`\n${href}\n`))).toEqual([]);
    if (!/^(confirmation|test)/.test(name)) expect(text).toMatch(/\/mail\/unsubscribe\//);
  });
});

test('the kinds of mail are the same in all languages, and each has words of its own', () => {
  const subjects = (of: Samples) => Object.values(of).map(({ subject }) => subject);
  for (const locale of LOCALES) {
    expect(Object.keys(samples[locale])).toEqual(Object.keys(samples.en));
    expect(new Set(subjects(samples[locale])).size).toBeGreaterThan(9);
  }
});

describe.skipIf(noBrowser)('in a browser', () => {
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test.each(LOCALES)('no mail is wider than a phone, light or dark, in %s', async (locale) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width: 360, height: 640 }, colorScheme });
      for (const [name, { html }] of Object.entries(samples[locale])) {
        await page.setContent(html);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, name).toBeLessThanOrEqual(360);
        const [ground, ink] = await page.evaluate(() => {
          const colorOf = (selector: string, what: 'color' | 'backgroundColor') =>
            getComputedStyle(document.querySelector(selector) as Element)[what];
          return [colorOf('.card', 'backgroundColor'), colorOf('h1', 'color')];
        });
        const light = (color: string | undefined) => Number(/\d+/.exec(color ?? '')?.[0]) > 127;
        expect([light(ground), light(ink)], name).toEqual(colorScheme === 'light' ? [true, false] : [false, true]);
      }
      await page.close();
    }
  });
});
