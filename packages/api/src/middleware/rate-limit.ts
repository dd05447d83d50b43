/**
 * Limits by route class: how many requests a key has in a minute. The platform's binding decides, per
 * location and not to the last request; what must be exact is counted in D1 (`search/`).
 *
 * @module
 */
import type { ProblemCode } from '@kopru/sdk/schema';
import type { Context, MiddlewareHandler } from 'hono';
import { network } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import type { Principal } from '../lib/principal.ts';

/** Period of every limit in wrangler.toml, in seconds. */
const PERIOD = 60;

const BINDINGS = { reads: 'READS', writes: 'WRITES', heavy: 'HEAVY' } as const;
type RouteClass = keyof typeof BINDINGS;

/** What embeds a text that is not stored, imports, exports, makes many lists at once, solves a round, or asks every profile of a hub. */
const HEAVY: readonly (readonly [method: string, path: RegExp])[] = [
  ['POST', /^\/v1\/(limits|match|matches\/batch|score|search|imports)(\/|$)/],
  ['POST', /^\/v1\/startups\/[^/]+\/co-investment$/],
  ['GET', /^\/v1\/startups\/[^/]+\/market-entry$/],
  ['GET', /^\/v1\/patents\/[^/]+\/neighbours$/],
  ['PUT', /^\/v1\/imports\//],
  ['GET', /^\/v1\/exports?(\/|$)/],
];

function classOf(method: string, path: string): RouteClass {
  if (HEAVY.some(([m, pattern]) => m === method && pattern.test(path))) return 'heavy';
  return method === 'GET' || method === 'HEAD' ? 'reads' : 'writes';
}

/**
 * Answers 429 to a key that asks too much, and tells every one where it stands: `RateLimit-Policy` and
 * `RateLimit` of draft-ietf-httpapi-ratelimit-headers-11. The binding does not say how many requests
 * are left, so `r` is this isolate's own count: an upper bound, and a hint as the draft has it.
 */
export const rateLimit: MiddlewareHandler<AppEnv> = async (c, next) => {
  const name = classOf(c.req.method, c.req.path);
  const quota = c.env.KOPRU_LIMITS[name];
  const key = holder(c.get('principal'));
  const { success } = await c.env[BINDINGS[name]].limit({ key });
  const { left, reset } = standing(`${name} ${key}`, success ? quota : 0);
  c.header('ratelimit-policy', `"${name}";q=${quota};w=${PERIOD}`);
  c.header('ratelimit', `"${name}";r=${left};t=${reset}`);
  if (!success) refuse(c, reset);
  await next();
};

/** Refusals by which keys, tokens and origins could be tried. */
const REFUSALS: readonly ProblemCode[] = [
  'unauthorized',
  'viewer_token_invalid',
  'viewer_token_expired',
  'origin_not_allowed',
];

/**
 * Answers 429 to a network that sends many credentials which are not valid. Valid ones are never held
 * up by their neighbours.
 */
export const limitRefusals: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  if (!(c.error instanceof ApiError && REFUSALS.includes(c.error.code))) return;
  const { success } = await c.env.WRITES.limit({ key: `refused ${network(c.req.header('cf-connecting-ip'))}` });
  if (!success) refuse(c, secondsLeft(Date.now()));
};

/** Answers 429 to a network that asks too much of a route that takes no key. */
export const limitNetwork: MiddlewareHandler<AppEnv> = async (c, next) => {
  await limitReads(c, `open ${network(c.req.header('cf-connecting-ip'))}`);
  await next();
};

/** Answers 429 where something other than a key asks too much. */
export async function limitReads(c: Context<AppEnv>, key: string): Promise<void> {
  const { success } = await c.env.READS.limit({ key });
  if (!success) refuse(c, secondsLeft(Date.now()));
}

/** Who is counted: the key, and behind a publishable one each viewer for himself. Never an address, which many share. */
const holder = (principal: Principal): string =>
  principal.kind === 'viewer'
    ? `${principal.keyId} ${principal.profile.kind} ${principal.profile.id}`
    : principal.keyId;

function refuse(c: Context<AppEnv>, seconds: number): never {
  c.header('retry-after', String(seconds));
  throw new ApiError('rate_limited', `Send it again in ${seconds} seconds.`);
}

/** Requests that this isolate has seen in the present minute. */
let counted = { minute: 0, requests: new Map<string, number>() };

function standing(key: string, quota: number): { left: number; reset: number } {
  const now = Date.now();
  const minute = Math.floor(now / (PERIOD * 1000));
  if (counted.minute !== minute) counted = { minute, requests: new Map() };
  const requests = (counted.requests.get(key) ?? 0) + 1;
  counted.requests.set(key, requests);
  return { left: Math.max(0, quota - requests), reset: secondsLeft(now) };
}

const secondsLeft = (now: number): number => PERIOD - (Math.floor(now / 1000) % PERIOD);
