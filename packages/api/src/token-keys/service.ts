import { SCOPES, type TokenKey, type TokenKeyInput } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import { importJWK } from 'jose';
import { actorOf, record } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { assertHolds } from '../lib/principal.ts';
import { seal } from '../lib/seal.ts';
import { sealContext } from '../lib/viewer-token.ts';
import { deleteTokenKey, findTokenKey, putTokenKey } from './store.ts';

/** What the tokens of a hub can do, taken together: who signs them must be able to do as much. */
const VIEWER_SCOPES = SCOPES.filter((scope) => !/^(hub|webhooks):/.test(scope));

/** Stores a key under its kid, in the place of what stood there. Answers whether there was none. */
export async function storeTokenKey(
  c: Context<AppEnv>,
  kid: string,
  input: TokenKeyInput,
): Promise<{ stored: TokenKey; created: boolean }> {
  assertHolds(c, VIEWER_SCOPES);
  const db = c.get('db');
  const hubId = c.get('hub').id;
  const before = await findTokenKey(db, hubId, kid);
  const material = await materialOf(c.env.KOPRU_KEYRING, sealContext(hubId, kid), input);
  const now = new Date();
  await db.batch([
    putTokenKey(db, hubId, { kid, alg: input.alg, material }, now),
    record(
      db,
      hubId,
      actorOf(c),
      { action: 'token_key.put', subject: { kind: 'token_key', id: kid }, details: { alg: input.alg } },
      now,
    ),
  ]);
  return { stored: (await findTokenKey(db, hubId, kid)) as TokenKey, created: !before };
}

/** Ends every token of a kid at once. @throws {ApiError} `not_found` */
export async function removeTokenKey(c: Context<AppEnv>, kid: string): Promise<void> {
  const db = c.get('db');
  const hubId = c.get('hub').id;
  if (!(await findTokenKey(db, hubId, kid))) throw new ApiError('not_found', `This hub has no token key "${kid}".`);
  await db.batch([
    deleteTokenKey(db, hubId, kid),
    record(db, hubId, actorOf(c), { action: 'token_key.deleted', subject: { kind: 'token_key', id: kid } }, new Date()),
  ]);
}

async function materialOf(keyring: string, context: string, input: TokenKeyInput): Promise<string> {
  if (input.alg === 'HS256') return seal(keyring, context, input.secret);
  const { kty, crv, x } = input.publicKey;
  await importJWK({ kty, crv, x }, 'EdDSA').catch(() => {
    throw new ApiError('invalid_request', 'publicKey is no Ed25519 key.', [
      { in: 'body', path: '/publicKey/x', rule: 'ed25519', message: 'is no Ed25519 public key', received: 'string' },
    ]);
  });
  return JSON.stringify({ kty, crv, x });
}
