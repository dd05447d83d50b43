/**
 * The pages that links of mails lead to. A link is all that its reader has: these routes take no key and stand
 * outside `/v1`. A GET changes nothing, so that what opens links before their reader does changes nothing either.
 *
 * @module
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AppEnv } from '../../env.ts';
import { ApiError } from '../../errors.ts';
import { limitNetwork } from '../../middleware/rate-limit.ts';
import { session } from '../../middleware/session.ts';
import { brandOf } from '../context.ts';
import type { LinkPurpose } from '../links.ts';
import { answer } from './answer.ts';
import { confirm } from './confirm.ts';
import { introduction } from './introduction.ts';
import { answerPage, problemView, type View } from './layout.ts';
import { localeFrom } from './locale.ts';
import { preferences } from './preferences.ts';
import { type Form, type Opened, open, type Purpose } from './purpose.ts';
import type { ProblemName } from './strings/index.ts';
import { unsubscribe } from './unsubscribe.ts';

const PURPOSES: Readonly<Record<LinkPurpose, Purpose>> = { confirm, answer, introduction, preferences, unsubscribe };

/** Largest form, in bytes: a message of 2,000 characters takes up to 24,000 as it is sent. */
const MAX_BODY = 32 * 1024;

/** The pages of links. */
export function mountMailPages(app: OpenAPIHono<AppEnv>): void {
  app.use('/mail/*', headers, friendly, limitForm, limitNetwork, session);
  for (const [name, { show, act }] of Object.entries(PURPOSES) as [LinkPurpose, Purpose][]) {
    app.get(`/mail/${name}/:token`, (c) => respond(c, name, show));
    app.post(`/mail/${name}/:token`, (c) => respond(c, name, async (opened) => act(opened, await formOf(c))));
  }
}

const headers: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.header('cache-control', 'no-store');
  c.header('referrer-policy', 'no-referrer');
  c.header('x-robots-tag', 'noindex');
  await next();
};

/** Tells a reader what went wrong in words in place of a problem document. */
const friendly: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  if (c.error) c.res = await problem(c, nameOf(c.error));
};

function nameOf(error: Error): ProblemName {
  const code = error instanceof ApiError ? error.code : undefined;
  if (code === 'rate_limited') return 'tooMany';
  return code === 'payload_too_large' ? 'unreadable' : 'failed';
}

const limitForm = bodyLimit({
  maxSize: MAX_BODY,
  onError: () => {
    throw new ApiError('payload_too_large', `The form is larger than ${MAX_BODY} bytes.`);
  },
});

async function respond(
  c: Context<AppEnv>,
  purpose: LinkPurpose,
  does: (opened: Opened) => Promise<View>,
): Promise<Response> {
  const opened = await open(c, purpose, c.req.param('token') ?? '');
  if (typeof opened === 'string') return problem(c, opened);
  const look = { lang: opened.subscription.locale, brand: brandOf(opened.hub, opened.settings) };
  return answerPage(c, look, await does(opened));
}

/** A page for somebody of whom no more is known than what the browser says. */
const problem = (c: Context<AppEnv>, name: ProblemName): Promise<Response> => {
  const lang = localeFrom(c.req.header('accept-language'));
  return answerPage(c, { lang }, problemView(lang, name));
};

/** What was sent, by a page or by a mailbox (RFC 8058 allows it both encodings); what cannot be read is nothing. */
async function formOf(c: Context<AppEnv>): Promise<Form> {
  const body = await c.req.parseBody().catch(() => ({}));
  return new Map(Object.entries(body).filter((field): field is [string, string] => typeof field[1] === 'string'));
}
