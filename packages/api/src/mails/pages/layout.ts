import type { Locale } from '@kopru/sdk/strings';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppEnv } from '../../env.ts';
import type { Brand } from '../templates/page.ts';
import { PAGE_WORDS, type ProblemName } from './strings/index.ts';
import { styleOf } from './style.ts';

/** A part of a page, with every text in it escaped. */
export type Html = ReturnType<typeof html>;

/** What stands on a page. */
export interface View {
  /** @default 200 */
  readonly status?: ContentfulStatusCode;
  readonly title: string;
  readonly body: Html;
  /** What it has beside the style of every page. */
  readonly style?: string;
  /** It holds more than a form. */
  readonly isWide?: boolean;
  /** Where it differs from that of the subscription as it was read. */
  readonly lang?: Locale;
}

/** Whose page it is. No brand: of no hub that is known. */
interface Look {
  readonly lang: Locale;
  readonly brand?: Brand;
}

/** The colour of pages of no hub. */
const OURS = '#00707a';

const STATUS: Readonly<Record<ProblemName, ContentfulStatusCode>> = {
  invalid: 404,
  expired: 410,
  gone: 410,
  inactive: 410,
  matchGone: 410,
  changed: 409,
  notNow: 409,
  tooMany: 429,
  unreadable: 400,
  failed: 500,
};

/** What a reader is told whose link cannot do what it is for. */
export function problemView(lang: Locale, name: ProblemName): View {
  const { title, text } = PAGE_WORDS[lang].problems[name];
  return { status: STATUS[name], title, body: html`<p>${text}</p>` };
}

/** A form that is sent to the address of its page. */
export const form = (inside: Html): Html => html`<form method="post">${inside}</form>`;

/** Links at the end of a page. */
export const more = (links: readonly { readonly url: string; readonly label: string }[]): Html =>
  html`<p class="more">${links.map(({ url, label }) => html`<a href="${url}">${label}</a> `)}</p>`;

/** Answers a page. It runs no script, and nothing may run in it. */
export async function answerPage(c: Context<AppEnv>, { lang, brand }: Look, view: View): Promise<Response> {
  const style = `${styleOf(brand?.color ?? OURS)}${view.style ?? ''}`;
  c.header(
    'content-security-policy',
    `default-src 'none'; style-src 'sha256-${await sha256Base64(style)}'; img-src https: data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  );
  const { title, body, status = 200 } = view;
  const logo = brand?.logoUrl ? html`<img class="logo" src="${brand.logoUrl}" alt="${brand.name}" />` : brand?.name;
  return c.html(
    html`<!doctype html>
<html lang="${view.lang ?? lang}" dir="ltr">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${title}${brand && ` – ${brand.name}`}</title>
<link rel="icon" href="data:," />
<style>${raw(style)}</style>
</head>
<body>
<div class="${view.isWide ? 'card wide' : 'card'}">
${logo && html`<header class="hub">${logo}</header>`}
<main>
<h1>${title}</h1>
${body}
</main>
</div>
</body>
</html>
`,
    status,
  );
}

async function sha256Base64(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
