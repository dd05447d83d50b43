import type { IntroductionView, Kind } from '@kopru/sdk/schema';
import { createFormatter, LOCALE_STRINGS, type Locale } from '@kopru/sdk/strings';
import { html } from 'hono/html';
import { factsOf, summaryOf } from '../digest/item.ts';
import type { Html } from './layout.ts';

type Card = NonNullable<IntroductionView['from']['card']>;

/** Most characters of what a profile says of itself. */
const SUMMARY = 280;

/** Who a profile is, in a few words, below its name. */
export function aboutCard(locale: Locale, kind: Kind, card: Card): Html {
  const facts = factsOf(kind, card, createFormatter(LOCALE_STRINGS[locale]));
  const summary = summaryOf(kind, card, SUMMARY);
  return html`${facts.length > 0 && html`<p class="soft">${facts.join(' · ')}</p>`}${
    summary && html`<p lang="${summary.lang ?? ''}">${summary.text}</p>`
  }`;
}
