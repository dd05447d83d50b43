import type { Kind, Scope } from '@kopru/sdk/schema';
import { base64url, SignJWT } from 'jose';
import { makeKey } from '../src/keys/create.ts';
import { insertKey } from '../src/keys/store.ts';
import { seal } from '../src/lib/seal.ts';
import { sealContext } from '../src/lib/viewer-token.ts';
import { bindings } from './bindings.ts';

export const ORIGIN = 'https://hub.example';
const SECRET = 'a shared secret of thirty-two bytes';
const KID = 'test';

/** Signs a viewer token of a hub that `viewerOf` prepared; it lives ten minutes. */
export function signToken(hubId: string, kind: Kind, id: string, issued = new Date()): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', kid: KID })
    .setIssuer(hubId)
    .setAudience(bindings.KOPRU_DEPLOYMENT)
    .setSubject(`${kind}:${id}`)
    .setIssuedAt(issued)
    .setExpirationTime(new Date(issued.getTime() + 600_000))
    .sign(new TextEncoder().encode(SECRET));
}

/** A publishable key of a hub, bound to `ORIGIN`. */
export async function publishableKey(hubId: string): Promise<string> {
  const { key, row } = await makeKey('publishable', hubId, { origins: [ORIGIN] });
  await insertKey(bindings.DB, row, new Date()).run();
  return key;
}

/** Options of `call` for the owner of a profile in a browser: `call('GET', path, await viewerOf(hub.id, 'startup', 'a'))`. */
export async function viewerOf(hubId: string, kind: Kind, id: string) {
  await bindings.DB.prepare(
    'INSERT INTO token_keys (hub_id, kid, alg, material, created_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
    .bind(
      hubId,
      KID,
      'HS256',
      await seal(bindings.KOPRU_KEYRING, sealContext(hubId, KID), base64url.encode(SECRET)),
      '2026-01-01T00:00:00Z',
    )
    .run();
  return {
    key: await publishableKey(hubId),
    headers: { origin: ORIGIN, 'kopru-viewer': await signToken(hubId, kind, id) },
  };
}

/** A secret key of a hub with some scopes only. */
export async function keyWith(hubId: string, scopes: readonly Scope[]): Promise<string> {
  const { key, row } = await makeKey('secret', hubId, { scopes });
  await insertKey(bindings.DB, row, new Date()).run();
  return key;
}

/** An operator key. */
export async function operatorKey(): Promise<string> {
  const { key, row } = await makeKey('operator', null);
  await insertKey(bindings.DB, row, new Date()).run();
  return key;
}
