import { beforeAll, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, newHub, STARTUP } from '../../test/hub.ts';
import { ORIGIN, viewerOf } from '../../test/viewer.ts';

const LIMITS = bindings.KOPRU_LIMITS;

let hub: { id: string; key: string };
beforeAll(async () => {
  hub = await newHub();
  await call('PUT', '/v1/startups/mine', { key: hub.key, body: STARTUP });
});

/** `"reads";q=1200;w=60` as its parts. */
function parts(header: string | null) {
  const [name, ...parameters] = (header ?? '').split(';');
  return { name, ...Object.fromEntries(parameters.map((p) => p.split('=')).map(([k, v]) => [k, Number(v)])) };
}

const standing = ({ headers }: { headers: Headers }) => ({
  policy: parts(headers.get('ratelimit-policy')),
  now: parts(headers.get('ratelimit')) as { name: string; r: number; t: number },
});

test.each([
  ['GET', '/v1/startups/mine', 'reads'],
  ['GET', '/v1/none', 'reads'],
  ['PUT', '/v1/startups/mine', 'writes'],
  ['PATCH', '/v1/hub', 'writes'],
  ['POST', '/v1/match', 'heavy'],
  ['GET', '/v1/startups/mine/matches', 'reads'],
  ['GET', '/v1/startups/mine/market-entry?country=KZ', 'heavy'],
  ['POST', '/v1/startups/mine/co-investment', 'heavy'],
  ['GET', '/v1/patents/mine/neighbours', 'heavy'],
] as const)('%s %s is told where it stands among the %s', async (method, path, name) => {
  const body = method === 'GET' ? undefined : {};
  const { policy, now } = standing(await call(method, path, { key: hub.key, body }));
  expect(policy).toEqual({ name: `"${name}"`, q: LIMITS[name], w: 60 });
  expect(now.name).toBe(`"${name}"`);
  expect(now.r).toBeGreaterThanOrEqual(0);
  expect(now.r).toBeLessThan(LIMITS[name]);
  expect(now.t).toBeGreaterThan(0);
  expect(now.t).toBeLessThanOrEqual(60);
});

/** Asks until it is refused; a limit that begins anew with a new minute gives a second try. */
async function exhaust(limit: number, ask: () => ReturnType<typeof call>) {
  for (let i = 0; i <= 2 * limit; i++) {
    const answer = await ask();
    if (answer.status === 429) return { answer, before: i };
  }
  throw new Error(`was not refused after ${2 * limit} requests`);
}

test('a key that asks too much is refused and told when to come back; others are not', async () => {
  const { key } = await newHub();
  const heavy = (who: string) => call('POST', '/v1/match', { key: who, body: {} });
  const { answer, before } = await exhaust(LIMITS.heavy, () => heavy(key));
  expect(before).toBeGreaterThanOrEqual(LIMITS.heavy);
  expect(answer.json.code).toBe('rate_limited');
  const { now } = standing(answer);
  expect(now.r).toBe(0);
  expect(Number(answer.headers.get('retry-after'))).toBe(now.t);
  expect((await heavy(hub.key)).status).toBe(422);
  // Another class of the same key is counted for itself.
  expect((await call('GET', '/v1/hub', { key })).status).toBe(200);
});

test('behind one publishable key every viewer is counted for itself', async () => {
  await call('PUT', '/v1/startups/other', { key: hub.key, body: STARTUP });
  const one = await viewerOf(hub.id, 'startup', 'mine');
  const two = { ...(await viewerOf(hub.id, 'startup', 'other')), key: one.key };
  for (let i = 0; i < 3; i++) await call('GET', '/v1/startups/mine', one);
  const first = standing(await call('GET', '/v1/startups/other', two));
  expect(first.now.r).toBe(LIMITS.reads - 1);
});

test('a network that tries keys is refused; a valid key of the same network is not', async () => {
  const headers = { 'cf-connecting-ip': '203.0.113.5' };
  const guess = (address = headers['cf-connecting-ip']) =>
    call('GET', '/v1/hub', { key: 'kopru_sk_nothing', headers: { 'cf-connecting-ip': address } });
  expect((await guess()).status).toBe(401);
  const { answer, before } = await exhaust(LIMITS.writes, guess);
  expect(before).toBeGreaterThanOrEqual(LIMITS.writes - 1);
  expect(answer.json.code).toBe('rate_limited');
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await guess('203.0.113.200')).status).toBe(429);
  expect((await guess('198.51.100.5')).status).toBe(401);
  expect((await call('GET', '/v1/hub', { key: hub.key, headers })).status).toBe(200);
});

test('so is one that tries viewer tokens, or a publishable key at other origins', async () => {
  const { key } = await viewerOf(hub.id, 'startup', 'mine');
  const tries = [
    ['192.0.2.5', { origin: ORIGIN, 'kopru-viewer': 'nothing' }, 401],
    ['100.64.0.5', { origin: 'https://other.example' }, 403],
  ] as const;
  for (const [address, headers, status] of tries) {
    const guess = () => call('GET', '/v1/startups/mine', { key, headers: { ...headers, 'cf-connecting-ip': address } });
    expect((await guess()).status).toBe(status);
    const { answer } = await exhaust(LIMITS.writes, guess);
    expect(answer.json.code).toBe('rate_limited');
  }
});
