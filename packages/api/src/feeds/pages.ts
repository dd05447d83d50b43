/**
 * What feed readers and calendars ask for. The secret of a feed is all that they have: these routes take no key
 * and stand outside `/v1`.
 *
 * @module
 */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { issuesOf } from '@kopru/sdk/engine';
import { matchQuerySchema } from '@kopru/sdk/schema';
import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { isUnmodified } from '../lib/preconditions.ts';
import { sha256 } from '../lib/sha256.ts';
import { limitNetwork, limitReads } from '../middleware/rate-limit.ts';
import { session } from '../middleware/session.ts';
import { getProfile } from '../profiles/store.ts';
import { toCalendar } from './calendar.ts';
import { entryOf, tagsOf } from './entry.ts';
import { changedAt, type Part } from './entry-store.ts';
import { toAtom, toJsonFeed } from './files.ts';
import { feedMatches, matchesVersion } from './matches.ts';
import { FILES } from './paths.ts';
import { isFeedSecret } from './secret.ts';
import { type Feed, findBySecret } from './store.ts';

const TYPES = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
  calendar: 'text/calendar; charset=utf-8',
} as const;

/** Readers add parameters of their own, which change nothing. */
const querySchema = z.object({ limit: matchQuerySchema.shape.limit, minScore: matchQuerySchema.shape.minScore });

/** One answer for whatever is not there: who tries secrets learns nothing. */
const gone = () => new ApiError('not_found', 'There is no feed at this address.');

const headers: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.header('cache-control', 'private, no-cache');
  c.header('referrer-policy', 'no-referrer');
  c.header('x-robots-tag', 'noindex');
  await next();
};

/** The files of feeds. */
export function mountFeedPages(app: OpenAPIHono<AppEnv>): void {
  app.use('/feeds/*', headers, limitNetwork, session);
  app.get(`/feeds/:secret/${FILES.atom}`, (c) => matchesFile(c, 'atom'));
  app.get(`/feeds/:secret/${FILES.json}`, (c) => matchesFile(c, 'json'));
  app.get(`/feeds/:secret/${FILES.calendar}`, calendarFile);
}

/** @throws {ApiError} `not_found`, also for a feed that was revoked and one whose profile or hub is gone. */
async function feedOf(c: Context<AppEnv>): Promise<{ feed: Feed; secret: string; name: string }> {
  const secret = c.req.param('secret') ?? '';
  const feed = isFeedSecret(secret) ? await findBySecret(c.get('db'), await sha256(secret)) : undefined;
  if (!feed) throw gone();
  await limitReads(c, `feed ${feed.id}`);
  const stored = await getProfile(c.get('db'), feed.hub.id, feed.profile.kind, feed.profile.id);
  if (!stored) throw gone();
  return { feed, secret, name: stored.profile.name };
}

async function matchesFile(c: Context<AppEnv>, file: 'atom' | 'json'): Promise<Response> {
  const { feed, secret, name } = await feedOf(c);
  const query = querySchema.safeParse(c.req.query());
  if (!query.success) {
    const issues = issuesOf(query.error, c.req.query()).map((issue) => ({ in: 'query' as const, ...issue }));
    throw new ApiError('invalid_request', 'limit or minScore cannot be used; see issues.', issues);
  }
  const now = new Date();
  const version = await matchesVersion(c.get('db'), feed, now);
  const tag = await sha256(JSON.stringify([version, file, query.data]));
  if (await isFresh(c, feed, { part: 'matches', version, tag }, now)) return c.body(null, 304);
  const matches = await feedMatches(c, feed, query.data, now);
  if (!matches) throw gone();
  const { origin } = new URL(c.req.url);
  const tags = tagsOf(c.env.KOPRU_ORIGIN);
  const entries = matches.map((match) => entryOf(match, feed, tags));
  const write = file === 'atom' ? toAtom : toJsonFeed;
  return c.body(write({ feed, name, entries, tags, origin, secret }), 200, { 'content-type': TYPES[file] });
}

async function calendarFile(c: Context<AppEnv>): Promise<Response> {
  const { feed, name } = await feedOf(c);
  const calendar = await toCalendar(c.get('db'), feed, name, c.env.KOPRU_DEPLOYMENT);
  // Short, and made of much that no number counts: what it says is its version.
  const version = await sha256(calendar);
  if (await isFresh(c, feed, { part: 'meetings', version, tag: version }, new Date())) return c.body(null, 304);
  return c.body(calendar, 200, { 'content-type': TYPES.calendar });
}

interface State {
  readonly part: Part;
  readonly version: string;
  /** Of this file, as it is asked for. */
  readonly tag: string;
}

/**
 * Sets the validators of a state, and tells whether the reader has it (RFC 9110, section 13.2.2). A date counts
 * when it is the one that was given: one of the reader's own clock says nothing about what was withdrawn.
 */
async function isFresh(c: Context<AppEnv>, feed: Feed, { part, version, tag }: State, now: Date): Promise<boolean> {
  const since = new Date((await changedAt(c.get('db'), feed.id, part, version, now)) * 1000);
  const etag = `"${tag.slice(0, 32)}"`;
  c.header('etag', `W/${etag}`);
  // Not yet come where two changes fell into one second: no date may be later than the answer (section 8.8.2.1).
  const isPast = since <= now;
  if (isPast) c.header('last-modified', since.toUTCString());
  const known = c.req.header('if-none-match');
  if (known !== undefined) return isUnmodified(known, etag);
  return isPast && c.req.header('if-modified-since') === since.toUTCString();
}
