import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ConnectedHub, Script } from './hub.ts';
import { LANGUAGES, page, readPages, readPublic } from './pages.ts';

/** A member who signed in, by the random id in its cookie. A real site has accounts, and asks for a password. */
const sessions = new Map<string, string>();

/**
 * The site of a hub: five pages in two languages, signing in, and the one route that the elements need,
 * `/viewer-token`.
 */
export function createSite(hub: ConnectedHub, script: Script): Server {
  const [pages, files] = [readPages(), readPublic()];
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${hub.api}`,
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${hub.api}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    response.setHeader('content-security-policy', policy);
    response.setHeader('referrer-policy', 'strict-origin-when-cross-origin');
    const member = memberOf(request);
    if (request.method === 'POST') return act(pathname, request, response);
    if (pathname === '/') return redirect(response, `/${LANGUAGES[0]}/`);
    if (pathname === '/viewer-token') {
      response.setHeader('cache-control', 'no-store');
      if (!member) return void response.writeHead(401).end();
      return void response.end(await hub.sign(member));
    }
    const html = page(pages, pathname, { hub, script, member });
    if (html) {
      // Whoever is signed in sees other pages than a visitor does.
      return void response.setHeader('cache-control', 'no-store').setHeader('content-type', HTML).end(html);
    }
    const file = files.get(pathname);
    if (!file) return void response.writeHead(404).end();
    response.setHeader('content-type', file.type).end(file.body);
  }

  return createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
}

const HTML = 'text/html; charset=utf-8';

/** Signing in and out. */
async function act(pathname: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = new URLSearchParams(await text(request));
  const back = backTo(form.get('back'));
  if (pathname === '/sign-in') {
    const id = randomUUID();
    sessions.set(id, memberAs(form.get('as')));
    response.setHeader('set-cookie', `session=${id}; Path=/; HttpOnly; SameSite=Lax`);
    return redirect(response, back);
  }
  if (pathname === '/sign-out') {
    sessions.delete(sessionOf(request));
    response.setHeader('set-cookie', 'session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
    return redirect(response, back);
  }
  response.writeHead(404).end();
}

/** Who signs in: a member of the example, or somebody who has no profile yet. */
function memberAs(as: string | null): string {
  if (as === 'founder') return 'startup:site-topyraq';
  if (as === 'investor') return 'investor:site-mugan';
  const kind = as === 'new-investor' ? 'investor' : 'startup';
  return `${kind}:site-${randomUUID().slice(0, 8)}`;
}

const sessionOf = (request: IncomingMessage): string =>
  /(?:^|; )session=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
const memberOf = (request: IncomingMessage): string | undefined => sessions.get(sessionOf(request));

/** A page of this site, and no address elsewhere. */
const backTo = (path: string | null): string => (path && /^\/[a-z]{2}\/[a-z]*$/.test(path) ? path : '/');

const redirect = (response: ServerResponse, to: string): void => {
  response.writeHead(303, { location: to }).end();
};

async function text(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
    if (body.length > 10_000) throw new Error('a form of more than 10,000 characters');
  }
  return body;
}
