import { createFormatter, LOCALE_STRINGS, type Locale } from '@kopru/sdk/strings';
import { html } from 'hono/html';
import { plain } from '../lib/plain.ts';
import { factsOf, nameOf, summaryOf } from '../mails/digest/item.ts';
import { WORDS } from '../mails/strings/index.ts';
import type { FeedMatch } from './matches.ts';
import type { Feed } from './store.ts';

/** A match as the files of a feed tell it. */
export interface Entry {
  readonly id: string;
  readonly updatedAt: Date;
  /** The page of the profile itself. */
  readonly url: string | undefined;
  readonly title: string;
  /** One line. */
  readonly summary: string;
  readonly text: string;
  readonly html: string;
}

/** Most characters of what a profile says of itself. */
const SUMMARY = 300;

/** Text as HTML that shows it. */
export const escaped = (text: string): string => html`${plain(text)}`.toString();

/** Makes the id of something in a feed from its path of ids. */
export type Tags = (path: readonly string[]) => string;

/**
 * Ids that are the same for ever, and in every file: tag URIs (RFC 4151) of whoever runs the API.
 *
 * @param origin where the API is reached.
 */
export const tagsOf = (origin: string): Tags => {
  const { hostname } = new URL(origin);
  return (path) => `tag:${hostname},2026:${path.map(encodeURIComponent).join('/')}`;
};

/** A match in the language of its feed. */
export function entryOf({ match, updatedAt }: FeedMatch, { hub, profile, locale }: Feed, tags: Tags): Entry {
  const to = createFormatter(LOCALE_STRINGS[locale]);
  const words = WORDS[locale];
  const said = (messages: readonly { readonly text?: string | undefined }[]) =>
    messages.flatMap(({ text }) => (text ? [plain(text)] : []));
  const summary = summaryOf(match.kind, match.card, SUMMARY);
  const parts = {
    facts: [...factsOf(match.kind, match.card, to), ...(match.home ? [match.home.name] : [])].map(plain),
    score: words.outOf(to.number(match.score, { decimals: 0 })),
    pitch: summary && { text: plain(summary.text), lang: summary.lang },
    reasons: said(match.reasons),
    cautions: said(match.cautions).slice(0, 1),
  };
  return {
    id: tags([hub.id, profile.kind, profile.id, match.kind, match.id]),
    updatedAt: new Date(updatedAt),
    url: match.card.website,
    title: plain(nameOf(match.card)),
    summary: [...parts.facts, parts.pitch?.text].filter(Boolean).join(' · '),
    text: textOf(parts, locale),
    html: htmlOf(parts, locale),
  };
}

interface Parts {
  readonly facts: readonly string[];
  readonly score: string;
  readonly pitch: { readonly text: string; readonly lang: string | undefined } | undefined;
  readonly reasons: readonly string[];
  readonly cautions: readonly string[];
}

function textOf({ facts, score, pitch, reasons, cautions }: Parts, locale: Locale): string {
  const words = WORDS[locale];
  const list = (heading: string, items: readonly string[]) =>
    items.length > 0 ? [[`${heading}:`, ...items.map((item) => `- ${item}`)].join('\n')] : [];
  return [
    [...facts, score].join(' · '),
    ...(pitch ? [pitch.text] : []),
    ...list(words.reasons, reasons),
    ...list(words.caution, cautions),
  ].join('\n\n');
}

function htmlOf({ facts, score, pitch, reasons, cautions }: Parts, locale: Locale): string {
  const words = WORDS[locale];
  const list = (heading: string, items: readonly string[]) =>
    items.length > 0
      ? html`<p><strong>${heading}</strong></p><ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`
      : '';
  const lang = pitch?.lang ? html` lang="${pitch.lang}"` : '';
  return html`<div lang="${locale}"><p>${[...facts, score].join(' · ')}</p>${
    pitch ? html`<p${lang}>${pitch.text}</p>` : ''
  }${list(words.reasons, reasons)}${list(words.caution, cautions)}</div>`.toString();
}
