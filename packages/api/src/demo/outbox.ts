import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import PostalMime from 'postal-mime';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';

/** Mails that the list shows. */
const SHOWN = 50;

const STYLE = `
:root{color-scheme:light dark;--ink:light-dark(#172426,#e3ebeb);--soft:light-dark(#536366,#9bacae);--line:light-dark(#d3dcdd,#2e3b3d);--card:light-dark(#fff,#162022);--accent:light-dark(#00707a,#5cc9cf)}
*{box-sizing:border-box}
body{margin:0;background:light-dark(#f5f8f8,#0e1617);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
main{max-width:60rem;margin:0 auto;padding:1.25rem 1rem 3rem}
h1{font-size:1.25rem;margin:0 0 .25rem}
h2{font-size:1rem;margin:1.75rem 0 .5rem}
p{margin:0 0 1rem}
.soft,time{color:var(--soft);font-size:.875rem}
a{color:var(--accent)}
ol{list-style:none;margin:1rem 0 0;padding:0;border-top:1px solid var(--line)}
li{border-bottom:1px solid var(--line)}
li a{display:block;padding:.75rem .25rem;color:inherit;text-decoration:none}
li a:hover strong{text-decoration:underline}
strong{display:block;font-weight:600}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
iframe{display:block;width:100%;height:44rem;background:#fff;border:1px solid var(--line);border-radius:6px}
pre{margin:0;padding:1rem;overflow:auto;white-space:pre-wrap;background:var(--card);border:1px solid var(--line);border-radius:6px;font-size:.875rem}
`;

/** What is here is a page for developers, with mails in it that were written by anybody. */
const PAGE_POLICY = `default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'`;
const MAIL_POLICY = `default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; base-uri 'none'; form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox`;

/** The mails that the local environment has sent to files, at `/outbox`. */
export function mountOutbox(app: OpenAPIHono<AppEnv>): void {
  app.get('/outbox', async (c) => {
    const mails = await Promise.all(
      (await list(c)).slice(0, SHOWN).map(async ({ id }) => ({ id, ...(await read(c, id)) })),
    );
    return page(
      c,
      'Outbox',
      html`<h1>Outbox</h1>
<p class="soft">Mails that this machine has sent: none left it. The newest come first.</p>
${
  mails.length === 0
    ? html`<p>There are none yet. Subscribe an address (POST /v1/subscriptions), and the question for its consent comes here within a minute.</p>`
    : html`<ol>${mails.map(
        ({ id, to, subject, date }) =>
          html`<li><a href="/outbox/${id}"><strong>${subject ?? ''}</strong>${to?.[0]?.name ? `${to[0].name}, ` : ''}${to?.[0]?.address ?? ''} <time>${date?.slice(0, 16).replace('T', ' ') ?? ''}</time></a></li>`,
      )}</ol>`
}`,
    );
  });

  app.get('/outbox/:id', async (c) => {
    const id = c.req.param('id');
    const { subject = '', headers, text = '' } = await read(c, id);
    return page(
      c,
      subject,
      html`<p><a href="/outbox">Outbox</a></p>
<h1>${subject}</h1>
<p class="soft"><a href="/outbox/${id}/eml">The mail as a file</a></p>
<iframe src="/outbox/${id}/html" title="The mail as a page" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<h2>As plain text</h2>
<pre tabindex="0">${text}</pre>
<h2>Headers</h2>
<pre tabindex="0">${headers.map(({ originalKey, value }) => `${originalKey}: ${value}`).join('\n')}</pre>`,
    );
  });

  app.get('/outbox/:id/html', async (c) => {
    const mail = await read(c, c.req.param('id'));
    c.header('content-security-policy', MAIL_POLICY);
    // Opened beside the page, as mail programs do.
    return c.html((mail.html ?? '').replace('<head>', '<head><base target="_blank">'));
  });

  app.get('/outbox/:id/eml', async (c) => {
    const id = c.req.param('id');
    const headers = { 'content-type': 'message/rfc822', 'content-disposition': `attachment; filename="${id}.eml"` };
    return c.body(await rawOf(c, id), 200, headers);
  });
}

const ask = (c: Context<AppEnv>, path: string) => {
  if (!c.env.MAILBOX) throw new ApiError('not_found', 'There is no mailbox here.');
  return c.env.MAILBOX.fetch(`http://mailbox/${path}`);
};

const list = async (c: Context<AppEnv>): Promise<{ id: string }[]> => (await ask(c, '')).json();

/** @throws {ApiError} `not_found` */
async function rawOf(c: Context<AppEnv>, id: string): Promise<string> {
  const answer = await ask(c, encodeURIComponent(id));
  if (!answer.ok) throw new ApiError('not_found', 'There is no such mail.');
  return answer.text();
}

const read = async (c: Context<AppEnv>, id: string) => PostalMime.parse(await rawOf(c, id));

const page = (c: Context<AppEnv>, title: string, body: ReturnType<typeof html>) => {
  c.header('content-security-policy', PAGE_POLICY);
  return c.html(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Köprü</title>
<link rel="icon" href="data:,">
<style>${raw(STYLE)}</style>
</head>
<body><main>${body}</main></body>
</html>`);
};
