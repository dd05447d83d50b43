import { SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, newHub, STARTUP } from '../../test/hub.ts';
import { keyWith, ORIGIN, operatorKey, publishableKey, signToken, viewerOf } from '../../test/viewer.ts';

let hub: { id: string; key: string };
beforeAll(async () => {
  hub = await newHub();
  await call('PUT', '/v1/startups/mine', { key: hub.key, body: STARTUP });
  await call('PUT', '/v1/startups/other', { key: hub.key, body: { ...STARTUP, name: 'Other' } });
});

describe('a viewer token', () => {
  test('opens its own profile, and no other exists for it', async () => {
    const viewer = await viewerOf(hub.id, 'startup', 'mine');
    expect(await call('GET', '/v1/startups/mine', viewer)).toMatchObject({ status: 200 });
    const other = await call('GET', '/v1/startups/other', viewer);
    const none = await call('GET', '/v1/startups/none', viewer);
    expect([other.status, none.status]).toEqual([404, 404]);
    expect(other.json.detail.replace('other', 'none')).toBe(none.json.detail);
  });

  test('is readable in the pages of its origin, and works from no other', async () => {
    const viewer = await viewerOf(hub.id, 'startup', 'mine');
    const { headers } = await call('GET', '/v1/startups/mine', viewer);
    expect(headers.get('access-control-allow-origin')).toBe(ORIGIN);
    for (const origin of ['https://evil.example', 'null', `${ORIGIN}.evil.example`]) {
      const refused = await call('GET', '/v1/startups/mine', { ...viewer, headers: { ...viewer.headers, origin } });
      expect(refused).toMatchObject({ status: 403, json: { code: 'origin_not_allowed' } });
      expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  test.each([
    ['another algorithm', { alg: 'HS512' }, {}, 'viewer_token_invalid'],
    ['an unknown kid', { kid: 'nope' }, {}, 'viewer_token_invalid'],
    ['another audience', {}, { aud: 'elsewhere' }, 'viewer_token_invalid'],
    ['another issuer', {}, { iss: 'hub-x' }, 'viewer_token_invalid'],
    ['a life of an hour', {}, { exp: 3600 }, 'viewer_token_invalid'],
    ['no subject', {}, { sub: '' }, 'viewer_token_invalid'],
    ['a kid that is no text', { kid: { a: 1 } }, {}, 'viewer_token_invalid'],
    ['a subject that is no text', {}, { sub: 7 }, 'viewer_token_invalid'],
    ['a kind that is none', {}, { sub: 'dragon:mine' }, 'viewer_token_invalid'],
    ['a time that is past', {}, { iat: -1200, exp: -600 }, 'viewer_token_expired'],
    ['a time to come', {}, { iat: 3600, exp: 3700 }, 'viewer_token_invalid'],
  ])(
    'with %s is refused',
    async (_, header: { alg?: string; kid?: unknown }, claims: Record<string, unknown>, code) => {
      const viewer = await viewerOf(hub.id, 'startup', 'mine');
      const now = Math.floor(Date.now() / 1000);
      const { iat = 0, exp = 600, ...rest } = claims;
      const token = await new SignJWT({
        iss: hub.id,
        aud: bindings.KOPRU_DEPLOYMENT,
        sub: 'startup:mine',
        ...rest,
        iat: now + Number(iat),
        exp: now + Number(exp),
      })
        .setProtectedHeader({ alg: 'HS256', kid: 'test', ...(header as { kid?: string }) })
        .sign(
          new TextEncoder().encode('a shared secret of thirty-two bytes'.padEnd(64)).slice(0, header.alg ? 64 : 35),
        );
      const refused = await call('GET', '/v1/startups/mine', {
        ...viewer,
        headers: { origin: ORIGIN, 'kopru-viewer': token },
      });
      expect(refused).toMatchObject({ status: 401, json: { code } });
      // The page has to read that the token expired, to ask its backend for a new one.
      expect(refused.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    },
  );

  test('does not tell an unknown kid from a signature that does not hold', async () => {
    const viewer = await viewerOf(hub.id, 'startup', 'mine');
    const refusal = async (kid: string) => {
      const token = await new SignJWT({})
        .setProtectedHeader({ alg: 'HS256', kid })
        .sign(new TextEncoder().encode('some other secret of enough bytes'));
      return (await call('GET', '/v1/hub', { ...viewer, headers: { origin: ORIGIN, 'kopru-viewer': token } })).json;
    };
    expect((await refusal('nope')).detail).toBe((await refusal('test')).detail);
  });

  test('of one hub is worth nothing with the key of another', async () => {
    const other = await newHub();
    const viewer = await viewerOf(other.id, 'startup', 'mine');
    const headers = { ...viewer.headers, 'kopru-viewer': await signToken(hub.id, 'startup', 'mine') };
    expect(await call('GET', '/v1/startups/mine', { ...viewer, headers })).toMatchObject({ status: 401 });
  });

  test('does not narrow a secret key, and is refused beside one', async () => {
    const headers = { 'kopru-viewer': await signToken(hub.id, 'startup', 'mine') };
    expect(await call('GET', '/v1/startups/mine', { key: hub.key, headers })).toMatchObject({ status: 401 });
  });
});

test('a publishable key alone, an operator key and a key without the scope open no profile', async () => {
  const anonymous = { key: await publishableKey(hub.id), headers: { origin: ORIGIN } };
  const operator = { key: await operatorKey() };
  const narrow = { key: await keyWith(hub.id, ['matches:read']) };
  for (const credentials of [anonymous, operator, narrow]) {
    expect(await call('GET', '/v1/startups/mine', credentials)).toMatchObject({
      status: 403,
      json: { code: 'forbidden' },
    });
  }
  expect(await call('GET', '/v1/startups/mine/matches', narrow)).toMatchObject({ status: 200 });
});

test('a preflight is answered for any origin and gives nothing away', async () => {
  const headers = { origin: 'https://any.example', 'access-control-request-method': 'GET' };
  const answer = await call('OPTIONS', '/v1/startups/mine', { headers });
  expect(answer).toMatchObject({ status: 204, text: '' });
  expect(answer.headers.get('access-control-allow-headers')).toContain('kopru-viewer');
});

test('the time of a key’s last use is kept', async () => {
  const { results } = await bindings.DB.prepare('SELECT last_used_at FROM keys WHERE hub_id = ? AND kind = ?')
    .bind(hub.id, 'secret')
    .all<{ last_used_at: string | null }>();
  expect(results.some(({ last_used_at }) => last_used_at && Date.now() - Date.parse(last_used_at) < 60_000)).toBe(true);
});
