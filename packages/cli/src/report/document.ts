import { createHash } from 'node:crypto';
import type { Locale } from '@kopru/sdk/strings';
import { type Html, html, raw } from './html.ts';

/** A page that needs nothing beside itself. */
export interface PageParts {
  readonly locale: Locale;
  readonly title: string;
  /** The one style sheet. */
  readonly styles: string;
  readonly body: Html;
}

/** A page as text: no script, no font, no network. Nothing is loaded and nothing runs; the style sheet is named by its hash. */
export function documentOf({ locale, title, styles, body }: PageParts): string {
  const hash = createHash('sha256').update(styles).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>\n${html`<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${raw(styles)}</style>
</head>
<body>
${body}
</body>
</html>`}\n`;
}
