import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { minifyTemplates } from '../bundle/minify-templates.ts';

/** Source files of the package and what they load later, by name, as a hub's build tool bundles them for a browser. */
async function bundle(...entries: readonly string[]): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: entries.map((entry) => fileURLToPath(new URL(`../src/${entry}`, import.meta.url))),
    bundle: true,
    splitting: true,
    outdir: 'out',
    entryNames: '[name]',
    format: 'esm',
    minify: true,
    charset: 'utf8',
    target: 'es2022',
    conditions: ['@kopru/source'],
    write: false,
    plugins: [minifyTemplates],
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}

const VERSION = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string })
  .version;

/** What the build says of the script for a script tag. */
const INTEGRITY = (): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(`../dist/script/${VERSION}/integrity.json`, import.meta.url), 'utf8'));

/** A policy that lets through the scripts of the site and nothing else: no inline script, no style at all. */
const POLICY = "default-src 'none'; script-src 'self'";

const PAGE = (script: string) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>A hub</title><script type="module" src="${script}"></script></head>
  <body><main><h1>A hub</h1><kopru-matches></kopru-matches></main></body>
</html>`;

/** A page of a hub that is connected to the API: a script of the site tells it who is logged in. */
const HUB_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
    <title>A hub</title>
    <script type="module" src="/define.js"></script><script type="module" src="/host.js"></script>
  </head>
  <body><main><h1>A hub</h1></main></body>
</html>`;

/** What a hub's own script does: it puts the elements in, and answers for the token. `?who=startup:s-1&token=expired` */
const HOST_SCRIPT = (api: string, key: string) => `
const query = new URLSearchParams(location.search);
const fetchToken = () => fetch('/token?who=' + encodeURIComponent(query.get('who') ?? '')).then((answer) => answer.text());
window.asked = 0;
window.done = [];
document.addEventListener('kopru-token', (event) => {
  window.asked++;
  if (query.has('signed-out')) return;
  event.respondWith(fetchToken());
});
for (const name of ['save', 'pass', 'request', 'accept', 'decline', 'withdraw', 'block', 'apply', 'withdraw-application'])
  document.addEventListener('kopru-' + name, (event) => {
    window.done.push(event.type);
    if (query.get('prevent') === name) event.preventDefault();
  });
document.documentElement.lang = query.get('lang') ?? 'en';
for (const tag of (query.get('tags') ?? 'matches,introductions').split(',')) {
  const element = document.createElement('kopru-' + tag);
  element.setAttribute('api', '${api}');
  element.setAttribute('key', query.get('key') ?? '${key}');
  if (query.has('undo')) element.setAttribute('undo-seconds', query.get('undo'));
  if (query.has('expired')) element.setAttribute('token', await fetch('/token?expired&who=' + query.get('who')).then((answer) => answer.text()));
  document.querySelector('main').append(element);
}`;

/** What a connected page needs of the API, once it is known. */
export interface HubOfSite {
  readonly api: string;
  readonly key: string;
  readonly sign: (who: string, expired: boolean) => string;
}

/**
 * Serves `/` with the elements registered and `/plain` where the package is only imported; and `/hub`, which is
 * connected, once `connectTo` has said to what. Close it after use.
 */
export async function startSite(): Promise<{ url: string; connectTo(hub: HubOfSite): void; close(): void }> {
  let policy = POLICY;
  let hub: HubOfSite = { api: '', key: '', sign: () => '' };
  const files = new Map([
    ['/', { type: 'text/html', body: PAGE('/define.js') }],
    ['/plain', { type: 'text/html', body: PAGE('/index.js') }],
    ...Array.from(
      await bundle('define.ts', 'index.ts'),
      ([name, body]) => [`/${name}`, { type: 'text/javascript', body }] as const,
    ),
  ]);
  const server = createServer(({ url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://site');
    if (pathname === '/token')
      return response.end(hub.sign(searchParams.get('who') ?? '', searchParams.has('expired')));
    if (pathname === '/script') {
      response.setHeader(
        'content-security-policy',
        `default-src 'none'; script-src ${hub.api}; connect-src ${hub.api}`,
      );
      return response.setHeader('content-type', 'text/html; charset=utf-8').end(scriptPage(hub, searchParams));
    }
    const file = files.get(pathname);
    response.setHeader('content-security-policy', pathname === '/hub' ? policy : POLICY);
    if (!file) return response.writeHead(404).end();
    response.setHeader('content-type', `${file.type}; charset=utf-8`).end(file.body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connectTo(connected) {
      hub = connected;
      // What a strict page needs of it: where the API is, and its own route for the token.
      policy = `${POLICY}; connect-src 'self' ${hub.api}`;
      files.set('/hub', { type: 'text/html', body: HUB_PAGE });
      files.set('/host.js', { type: 'text/javascript', body: HOST_SCRIPT(hub.api, hub.key) });
    },
    close: () => server.close(),
  };
}

/** A page with nothing but a script tag, which is there twice, and elements that have their token. */
function scriptPage({ api, key, sign }: HubOfSite, query: URLSearchParams): string {
  const script = `<script type="module" src="${api}/widget/${VERSION}/kopru.js" integrity="${INTEGRITY()['kopru.js']}" crossorigin="anonymous"></script>`;
  const token = sign(query.get('who') ?? '', false);
  const elements = (query.get('tags') ?? 'matches').split(',').map((tag) => {
    const name = `kopru-${tag}`;
    return `<${name} api="${api}" key="${key}" token="${token}"></${name}>`;
  });
  return `<!doctype html>
<html lang="${query.get('lang') ?? 'en'}">
  <head><meta charset="utf-8"><title>A hub</title>${script}${script}</head>
  <body><main><h1>A hub</h1>${elements.join('')}</main></body>
</html>`;
}
