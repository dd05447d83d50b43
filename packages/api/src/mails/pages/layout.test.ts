import { LOCALES, type Locale } from '@kopru/sdk/strings';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bindings } from '../../../test/bindings.ts';
import { answerLink, askFund, FUND, linkOf, mailed, market, send, visit } from '../../../test/mail-pages.ts';
import { subscribe } from '../../../test/subscribers.ts';
import { localeFrom } from './locale.ts';

/** A hub with a look of its own. */
async function hubWithLook() {
  const hub = await market();
  const settings = { logoUrl: 'https://hub.example/logo.svg?a=1&b="2"', color: '#c0ffee' };
  await bindings.DB.prepare('INSERT INTO mail_settings (hub_id, settings, updated_at) VALUES (?, ?, ?)')
    .bind(hub.id, JSON.stringify(settings), '2026-11-01')
    .run();
  return hub;
}

/** Every kind of page in a language, as it is answered. */
async function pages(locale: Locale) {
  const hub = await hubWithLook();
  const told = await mailed(hub, { locale });
  const introduction = await askFund(hub);
  const row = await subscribe(hub, FUND, { locale });
  const ended = await subscribe(hub, FUND, { locale, state: 'ended' });
  const pending = await subscribe(hub, FUND, { locale, state: 'pending' });
  const preferences = await linkOf(row, { purpose: 'preferences' });
  const unsubscribe = await linkOf(row, { purpose: 'unsubscribe' });
  const language = { 'accept-language': locale };
  return [
    await visit(await linkOf(pending, { purpose: 'confirm' })),
    await send(await linkOf(pending, { purpose: 'confirm' })),
    await visit(await linkOf(ended, { purpose: 'confirm' })),
    await visit(preferences),
    await send(preferences, { do: 'save', minScore: 'x', hour: '99' }),
    await visit(await linkOf(ended, { purpose: 'preferences' })),
    await visit(await answerLink(told, 'saved')),
    await visit(await answerLink(told, 'passed')),
    await visit(await answerLink(told, 'requested')),
    await send(await answerLink(told, 'requested'), { message: '!' }),
    await send(await answerLink(told, 'saved')),
    await visit(await linkOf(row, { purpose: 'introduction', introduction, action: 'decline' })),
    await visit(unsubscribe),
    await visit(await linkOf(ended, { purpose: 'unsubscribe' })),
    await send(unsubscribe, { stop: 'one' }),
    await visit('/mail/confirm/x', language),
    await visit(await linkOf(row, { purpose: 'confirm', expires: new Date(0) }), language),
  ];
}

/** What a page is made of. */
async function partsOf(text: string) {
  const parts = {
    tags: {} as Record<string, number>,
    ids: [] as string[],
    named: [] as string[],
    refs: [] as string[],
  };
  const controls: string[] = [];
  let html: Record<string, string> = {};
  await new HTMLRewriter()
    .on('*', {
      element(e) {
        parts.tags[e.tagName] = (parts.tags[e.tagName] ?? 0) + 1;
        const attributes = Object.fromEntries([...e.attributes] as [string, string][]);
        if (e.tagName === 'html') html = attributes;
        if (attributes.id) parts.ids.push(attributes.id);
        if (e.tagName === 'label' && attributes.for) parts.named.push(attributes.for);
        parts.refs.push(...(attributes['aria-describedby']?.split(' ') ?? []));
        if (/^(input|select|textarea)$/.test(e.tagName) && attributes.type !== 'checkbox')
          controls.push(attributes.id ?? 'a control without an id');
        for (const name of Object.keys(attributes)) expect(name).not.toMatch(/^on|^style$/);
      },
    })
    .transform(new Response(text))
    .text();
  return { ...parts, controls, html };
}

describe.each(LOCALES)('pages in %s', (locale) => {
  test('are whole, labelled, in that language, and hold nothing that runs', async () => {
    const all = await pages(locale);
    expect(all.map(({ status }) => status)).toEqual([
      ...[200, 200, 410, 200, 422, 200, 200, 200, 200, 422, 200, 200, 200, 200, 200, 404, 410],
    ]);
    for (const [i, { text, headers }] of all.entries()) {
      const { tags, ids, named, refs, controls, html } = await partsOf(text);
      expect([html.lang, html.dir]).toEqual([locale, 'ltr']);
      expect([tags.h1, tags.main, tags.title]).toEqual([1, 1, 1]);
      expect(tags).not.toHaveProperty('script');
      expect(new Set(ids).size).toBe(ids.length);
      for (const control of controls) expect(named).toContain(control);
      for (const ref of refs) expect(ids).toContain(ref);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|false|>true/);
      expect(text.match(/<label class="check"><input type="checkbox"/g)?.length ?? 0).toBe(
        text.match(/type="checkbox"/g)?.length ?? 0,
      );

      const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? '';
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
      const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
      expect(headers.get('content-security-policy')).toBe(
        `default-src 'none'; style-src 'sha256-${hash}'; img-src https: data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      );
      expect(headers.get('content-type')).toBe('text/html; charset=UTF-8');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toBe('noindex');
      // Whose page it is, the pages of links that open nothing cannot say.
      const isOfHub = i < all.length - 2;
      expect(text.includes('--accent:#c0ffee;--on-accent:#000000')).toBe(isOfHub);
      expect(text.includes('src="https://hub.example/logo.svg?a=1&amp;b=&quot;2&quot;"')).toBe(isOfHub);
    }
  });
});

test('the language of a reader of whom nothing is known is the first of ours that the browser asks for', () => {
  expect(localeFrom('kk-KZ,ru;q=0.9,en;q=0.8')).toBe('kk');
  expect(localeFrom('de, RU;q=0.3, tr-Latn;q=0.7')).toBe('tr');
  expect(localeFrom('uz;q=0, hu;q=0.1')).toBe('hu');
  for (const none of [undefined, '', 'de,fr', '*', 'ru;q=x', ';;,']) expect(localeFrom(none)).toBe('en');
  fc.assert(fc.property(fc.string(), (header) => LOCALES.includes(localeFrom(header))));
});
