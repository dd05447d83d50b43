import { base64url, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, newHub, STARTUP } from '../../test/hub.ts';
import { tablesWith } from '../../test/tables.ts';
import { keyWith, ORIGIN, publishableKey } from '../../test/viewer.ts';

let hub: { id: string; key: string };
let browserKey: string;
beforeAll(async () => {
  hub = await newHub();
  browserKey = await publishableKey(hub.id);
  await call('PUT', '/v1/startups/mine', { key: hub.key, body: STARTUP });
});

const put = (kid: string, body: unknown, key = hub.key) => call('PUT', `/v1/token-keys/${kid}`, { key, body });
const remove = (kid: string, key = hub.key) => call('DELETE', `/v1/token-keys/${kid}`, { key });

const sign = (key: CryptoKey | Uint8Array, alg: string, kid: string) =>
  new SignJWT({})
    .setProtectedHeader({ alg, kid })
    .setIssuer(hub.id)
    .setAudience(bindings.KOPRU_DEPLOYMENT)
    .setSubject('startup:mine')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(key);

const visit = async (token: string) =>
  (await call('GET', '/v1/startups/mine', { key: browserKey, headers: { origin: ORIGIN, 'kopru-viewer': token } }))
    .status;

async function ed25519() {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return { publicKey: await exportJWK(publicKey), private: await exportJWK(privateKey), privateKey };
}

describe('an EdDSA key', () => {
  test('lets its tokens in until it is deleted', async () => {
    const { publicKey, privateKey } = await ed25519();
    const token = await sign(privateKey, 'EdDSA', '2026-11');
    expect(await visit(token)).toBe(401);
    const { status, json } = await put('2026-11', { alg: 'EdDSA', publicKey });
    expect(status).toBe(201);
    expect(json).toMatchObject({ kid: '2026-11', alg: 'EdDSA', publicKey: { kty: 'OKP', crv: 'Ed25519' } });
    expect(await visit(token)).toBe(200);
    expect((await remove('2026-11')).status).toBe(204);
    expect(await visit(token)).toBe(401);
  });

  test('is rotated by kid: both work while both are there', async () => {
    const [old, next] = [await ed25519(), await ed25519()];
    await put('old', { alg: 'EdDSA', publicKey: old.publicKey });
    await put('next', { alg: 'EdDSA', publicKey: next.publicKey });
    const tokens = [await sign(old.privateKey, 'EdDSA', 'old'), await sign(next.privateKey, 'EdDSA', 'next')];
    expect(await Promise.all(tokens.map(visit))).toEqual([200, 200]);
    // A token of the one key under the kid of the other is no token.
    expect(await visit(await sign(old.privateKey, 'EdDSA', 'next'))).toBe(401);
    await remove('old');
    expect(await Promise.all(tokens.map(visit))).toEqual([401, 200]);
  });

  test('does not verify a token that is signed with its public half as a secret', async () => {
    const { publicKey } = await ed25519();
    await put('confused', { alg: 'EdDSA', publicKey });
    expect(await visit(await sign(base64url.decode(publicKey.x as string), 'HS256', 'confused'))).toBe(401);
  });

  test('is refused with its private half, which is kept nowhere', async () => {
    const pair = await ed25519();
    const refused = await put('leaked', { alg: 'EdDSA', publicKey: pair.private });
    expect(refused).toMatchObject({
      status: 422,
      json: { issues: [{ in: 'body', path: '/publicKey/d', rule: 'unknown_field' }] },
    });
    expect(refused.text).not.toContain(pair.private.d as string);
    expect(await tablesWith(pair.private.d as string)).toEqual([]);
  });
});

describe('an HS256 key', () => {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const secret = base64url.encode(bytes);

  test('lets its tokens in, is stored encrypted and is never shown', async () => {
    const { status, text } = await put('shared', { alg: 'HS256', secret });
    expect(status).toBe(201);
    expect(await visit(await sign(bytes, 'HS256', 'shared'))).toBe(200);
    expect(text).not.toContain(secret);
    expect((await call('GET', '/v1/token-keys', { key: hub.key })).text).not.toContain(secret);
    expect(await tablesWith(secret)).toEqual([]);
  });

  test('may be put again, and another in its place', async () => {
    expect((await put('shared', { alg: 'HS256', secret })).status).toBe(200);
    const other = crypto.getRandomValues(new Uint8Array(48));
    expect((await put('shared', { alg: 'HS256', secret: base64url.encode(other) })).status).toBe(200);
    expect(await visit(await sign(bytes, 'HS256', 'shared'))).toBe(401);
    expect(await visit(await sign(other, 'HS256', 'shared'))).toBe(200);
  });
});

test.each([
  [{ alg: 'HS256', secret: base64url.encode(new Uint8Array(31)) }, '/secret', 'minimum'],
  [{ alg: 'HS256', secret: `${'a'.repeat(50)}+/` }, '/secret', 'format'],
  [{ alg: 'HS256', secret: 'a'.repeat(45) }, '/secret', 'format'],
  [{ alg: 'EdDSA', publicKey: { kty: 'EC', crv: 'P-256', x: 'a'.repeat(43) } }, '/publicKey/kty', 'one_of'],
  [{ alg: 'EdDSA', publicKey: { kty: 'OKP', crv: 'Ed25519', x: 'short' } }, '/publicKey/x', 'minimum'],
  [{ alg: 'EdDSA' }, '/publicKey', 'required'],
  [{ alg: 'RS256', secret: 'x' }, '/alg', 'one_of'],
])('a key of %j breaks a rule', async (body, path, rule) => {
  const refused = await put('bad', body);
  expect(refused.status).toBe(422);
  expect(refused.json.issues.map((issue: { path: string }) => issue.path)).toContain(path);
  if (path !== '/alg') expect(refused.json.issues).toContainEqual(expect.objectContaining({ path, rule }));
});

test('who signs tokens must be able to do what they can', async () => {
  const { publicKey } = await ed25519();
  const narrow = await keyWith(hub.id, ['hub:write', 'profiles:read']);
  expect(await put('narrow', { alg: 'EdDSA', publicKey }, narrow)).toMatchObject({ status: 403 });
  const reader = await keyWith(hub.id, ['hub:read']);
  expect((await put('reader', { alg: 'EdDSA', publicKey }, reader)).status).toBe(403);
  expect((await call('GET', '/v1/token-keys', { key: reader })).status).toBe(200);
});

test('a hub neither sees nor deletes the token keys of another', async () => {
  const other = await newHub();
  const { publicKey, privateKey } = await ed25519();
  await put('own', { alg: 'EdDSA', publicKey });
  expect((await call('GET', '/v1/token-keys', { key: other.key })).json.items).toEqual([]);
  expect((await remove('own', other.key)).status).toBe(404);
  expect(await visit(await sign(privateKey, 'EdDSA', 'own'))).toBe(200);
});

test('token keys come in pages, each once', async () => {
  const { key } = await newHub();
  for (const kid of ['c', 'a', 'b'])
    await put(kid, { alg: 'HS256', secret: base64url.encode(new Uint8Array(32)) }, key);
  const one = await call('GET', '/v1/token-keys?limit=2', { key });
  const two = await call('GET', `/v1/token-keys?limit=2&cursor=${one.json.nextCursor}`, { key });
  expect([...one.json.items, ...two.json.items].map(({ kid }) => kid)).toEqual(['a', 'b', 'c']);
  expect(two.json.nextCursor).toBeNull();
});
