import { createFormatter, LOCALE_STRINGS } from '@kopru/sdk/strings';
import { html } from 'hono/html';
import { timeOf } from '../context.ts';
import { localDay } from '../digest/due.ts';
import type { Html } from './layout.ts';
import { type Opened, words } from './purpose.ts';

/** When the next matches come. */
export function nextMail({ subscription }: Pick<Opened, 'subscription'>): Html {
  const { next } = words({ subscription });
  const { digest, frequency, next_at, time_zone, hour, locale, nothing_new } = subscription;
  if (!digest || !next_at) return html`<p>${next.noDigest}</p>`;
  if (frequency === 'instantly') return html`<p>${next.instantly}</p>`;
  const date = createFormatter(LOCALE_STRINGS[locale]).date(localDay(new Date(next_at), time_zone));
  const alwaysComes = frequency === 'weekly' && nothing_new === 1;
  return html`<p>${next.due(date, timeOf(hour))}${!alwaysComes && ` ${next.onlyNew}`}</p>`;
}
