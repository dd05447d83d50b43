import { hubSettingsSchema, type MatchList } from '@kopru/sdk/schema';
import { LOCALES } from '@kopru/sdk/strings';
import { describe, expect, test } from 'vitest';
import { entryOf, tagsOf } from '../../src/feeds/entry.ts';
import { toAtom, toJsonFeed } from '../../src/feeds/files.ts';
import type { Feed } from '../../src/feeds/store.ts';
import { type Element, parseXml } from './xml.ts';

const ORIGIN = 'https://api.example';
const SECRET = 'a'.repeat(32);
const feed = (locale: Feed['locale'], hubName = 'Astana Hub'): Feed => ({
  id: 'feed_1',
  profile: { kind: 'investor', id: 'fund-3' },
  locale,
  seeks: 'startup',
  createdAt: '2026-11-01T00:00:00.000Z',
  hub: {
    id: 'astana',
    name: hubName,
    country: 'KZ',
    settings: hubSettingsSchema.parse({}),
    sequence: 7,
    createdAt: '2026-01-01T00:00:00.000Z',
  },
});

const match = (id: string, name: string, text: string): MatchList['matches'][number] => ({
  kind: 'startup',
  id,
  card: { name, pitch: text, country: 'KZ', stage: 'seed', lang: 'kk', website: 'https://soil.example/?a=1&b=2' },
  rank: 1,
  score: 71.4,
  signals: [],
  reasons: [{ key: 'stage.wanted', evidence: {}, text: `Because ${text}` }],
  cautions: [{ key: 'stage.wanted', evidence: {}, text: `But ${text}` }],
});

const PLAIN = 'Топырақтың тұздылығын өлшейміз.';
const HOSTILE = [
  ']]><script>alert(1)</script>]]>',
  '</title></entry></feed><img src=x onerror=alert(1)>',
  '&lt;b&gt; &amp; "quotes" \'too\'',
  'A\u0000\u0008\u001b\ufffe\ud800B',
  '<![CDATA[x]]>',
];

function written(locale: Feed['locale'], texts: readonly string[]) {
  const of = feed(locale, texts[0]);
  const tags = tagsOf(ORIGIN);
  const entries = texts.map((text, i) =>
    entryOf({ match: match(`s-${i}`, `N ${text}`, text), updatedAt: `2026-11-1${i}T00:00:00.000Z` }, of, tags),
  );
  const content = { feed: of, name: texts[0] ?? '', entries, tags, origin: ORIGIN, secret: SECRET };
  return { atom: toAtom(content), json: JSON.parse(toJsonFeed(content)) };
}

const children = (element: Element, name: string) => element.children.filter((child) => child.name === name);
const one = (element: Element, name: string): Element => {
  const found = children(element, name);
  expect(found, name).toHaveLength(1);
  return found[0] as Element;
};
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** The rules of RFC 4287 that a feed of ours can break. */
function expectAtom(text: string): Element {
  const root = parseXml(text);
  expect([root.name, root.attributes.xmlns]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
  for (const name of ['id', 'title', 'updated', 'author', 'link']) one(root, name);
  expect(one(one(root, 'author'), 'name').text).not.toBe('');
  expect(one(root, 'link').attributes).toMatchObject({ rel: 'self' });
  const entries = children(root, 'entry');
  for (const entry of entries) {
    for (const name of ['id', 'title', 'updated', 'summary', 'content', 'link']) one(entry, name);
    expect(URL.canParse(one(entry, 'id').text)).toBe(true);
    expect(URL.canParse(one(entry, 'link').attributes.href ?? '')).toBe(true);
    expect(one(entry, 'updated').text).toMatch(DATE);
    for (const name of ['title', 'summary', 'content']) expect(one(entry, name).attributes.type).toBe('html');
  }
  const ids = entries.map((entry) => one(entry, 'id').text);
  expect(new Set(ids).size).toBe(ids.length);
  const dates = entries.map((entry) => one(entry, 'updated').text).sort();
  expect(one(root, 'updated').text).toBe(dates.at(-1));
  return root;
}

/** The rules of JSON Feed 1.1. */
function expectJsonFeed(json: Record<string, unknown>) {
  expect(json).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: expect.any(String),
    feed_url: `${ORIGIN}/feeds/${SECRET}/feed.json`,
    language: expect.any(String),
    authors: [{ name: expect.any(String) }],
    items: expect.any(Array),
  });
  // Deprecated in 1.1.
  expect(json).not.toHaveProperty('author');
  for (const item of json.items as Record<string, unknown>[]) {
    for (const field of ['id', 'url', 'title', 'summary', 'content_html', 'content_text', 'date_modified'])
      expect(item[field], field).toEqual(expect.any(String));
    expect(item.date_modified).toMatch(DATE);
  }
}

/** The tags and the text of some HTML. Ours is XML too, so that nothing depends on how a browser mends it. */
function seen(html: string): { tags: Set<string>; text: string } {
  const tags = new Set<string>();
  const textOf = ({ name, attributes, children, text }: Element): string => {
    tags.add(name);
    expect(Object.keys(attributes).filter((attribute) => attribute !== 'lang')).toEqual([]);
    return [text, ...children.map(textOf)].join('\n');
  };
  const text = textOf(parseXml(`<body>${html}</body>`));
  tags.delete('body');
  return { tags, text };
}

describe('the files of a feed', () => {
  test.each(LOCALES)('keep to their formats in %s', (locale) => {
    const { atom, json } = written(locale, [PLAIN, 'Су']);
    expect(expectAtom(atom).attributes['xml:lang']).toBe(locale);
    expectJsonFeed(json);
    expect(json.language).toBe(locale);
  });

  test('tell of a match its name, a line, the reasons and what to keep in mind', () => {
    const { atom, json } = written('en', [PLAIN]);
    expect(json.items[0]).toMatchObject({
      id: 'tag:api.example,2026:astana/investor/fund-3/startup/s-0',
      url: 'https://soil.example/?a=1&b=2',
      title: `N ${PLAIN}`,
      summary: `Kazakhstan · Seed · ${PLAIN}`,
      content_text: `Kazakhstan · Seed · 71 out of 100\n\n${PLAIN}\n\nWhy it fits:\n- Because ${PLAIN}\n\nKeep in mind:\n- But ${PLAIN}`,
      date_modified: '2026-11-10T00:00:00.000Z',
    });
    const entry = one(parseXml(atom), 'entry');
    expect(one(entry, 'link').attributes.href).toBe('https://soil.example/?a=1&b=2');
    expect(one(entry, 'content').text).toBe(json.items[0].content_html);
  });

  test('escape whatever stands in names, texts and the name of the hub', () => {
    const { atom, json } = written('en', HOSTILE);
    const entries = children(expectAtom(atom), 'entry');
    expectJsonFeed(json);
    for (const [i, entry] of entries.entries()) {
      const item = json.items[i];
      expect(seen(one(entry, 'title').text)).toEqual({ tags: new Set(), text: item.title });
      expect(seen(one(entry, 'summary').text)).toEqual({ tags: new Set(), text: item.summary });
      const { tags, text } = seen(one(entry, 'content').text);
      expect([...tags].filter((tag) => !['div', 'p', 'strong', 'ul', 'li'].includes(tag))).toEqual([]);
      for (const line of item.content_text.split(/\n+(?:- )?/)) expect(text).toContain(line.replace(/:$/, ''));
    }
    expect(json.items[0].title).toBe(`N ${HOSTILE[0]}`);
  });
});
