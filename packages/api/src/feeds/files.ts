import { soughtBy } from '@kopru/sdk/engine';
import { Feed as FeedWriter } from 'feed';
import { plain } from '../lib/plain.ts';
import { type Entry, escaped, type Tags } from './entry.ts';
import { pathOf } from './paths.ts';
import type { Feed } from './store.ts';

/** What is written into a file. */
export interface Content {
  readonly feed: Feed;
  /** The name of the profile that it is for. */
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly tags: Tags;
  /** Where the reader asked for it. */
  readonly origin: string;
  readonly secret: string;
}

const titleOf = ({ feed, name }: Content): string => plain(`${name} – ${feed.hub.name}`);

/** The feed in Atom (RFC 4287). */
export function toAtom(content: Content): string {
  const { feed, entries, tags, origin, secret } = content;
  const { hub, profile, locale, seeks } = feed;
  const updated = Math.max(new Date(feed.createdAt).getTime(), ...entries.map(({ updatedAt }) => updatedAt.getTime()));
  const writer = new FeedWriter({
    // As it was before a feed could seek another kind than the first.
    id: tags([hub.id, profile.kind, profile.id, locale, ...(seeks === soughtBy(profile.kind)[0] ? [] : [seeks])]),
    title: titleOf(content),
    updated: new Date(updated),
    generator: 'Köprü',
    author: { name: plain(hub.name) },
    feed: new URL(pathOf(secret, 'atom'), origin).href,
  });
  for (const { id, updatedAt, url, title, summary, html } of entries) {
    // The library needs a link, also of a profile without a page.
    writer.addItem({
      id,
      date: updatedAt,
      link: url ?? origin,
      title: escaped(title),
      description: escaped(summary),
      content: html,
    });
  }
  return writer.atom1().replace('<feed ', `<feed xml:lang="${locale}" `);
}

/** The feed as JSON Feed 1.1. */
export function toJsonFeed(content: Content): string {
  const { feed, entries, origin, secret } = content;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(content),
    feed_url: new URL(pathOf(secret, 'json'), origin).href,
    language: feed.locale,
    authors: [{ name: plain(feed.hub.name) }],
    items: entries.map(({ id, updatedAt, url, title, summary, text, html }) => ({
      id,
      ...(url && { url }),
      title,
      summary,
      content_html: html,
      content_text: text,
      date_modified: updatedAt.toISOString(),
      language: feed.locale,
    })),
  });
}
