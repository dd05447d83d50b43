import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { type Credential, findCredential, touchKey } from '../keys/store.ts';
import { hashKey, isWellFormedKey } from '../lib/keys.ts';
import type { Principal } from '../lib/principal.ts';
import { readViewerToken } from '../lib/viewer-token.ts';
import { findMaterial } from '../token-keys/store.ts';

/** Where a browser sends the viewer token, beside the publishable key. */
const VIEWER_HEADER = 'kopru-viewer';

/** Lets a request in on `Authorization: Bearer <key>` and leaves its principal and its hub for the routes. */
export const auth: MiddlewareHandler<AppEnv> = async (c, next) => {
  const [scheme, key] = (c.req.header('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !key) {
    throw new ApiError('unauthorized', 'Send the header "Authorization: Bearer <key>".');
  }
  const now = new Date();
  // One answer for a mistyped, an unknown and a revoked key: a stranger learns nothing from it.
  const credential = isWellFormedKey(key) ? await findCredential(c.get('db'), await hashKey(key), now) : undefined;
  if (!credential) throw new ApiError('unauthorized', 'This key is not valid.');
  if (credential.hub) c.set('hub', credential.hub);
  c.set('principal', await principalOf(c, credential, now));
  c.executionCtx.waitUntil(touchKey(c.env.DB, credential, now));
  await next();
};

async function principalOf(c: Context<AppEnv>, credential: Credential, now: Date): Promise<Principal> {
  const { id: keyId, kind, scopes, origins, hub } = credential;
  const token = c.req.header(VIEWER_HEADER);
  if (kind !== 'publishable') {
    // A server that sends a viewer token expects to be held to that viewer. It would not be.
    if (token) throw new ApiError('viewer_token_invalid', 'A viewer token goes with a publishable key.');
    return kind === 'secret' ? { kind, keyId, scopes } : { kind, keyId };
  }
  const origin = c.req.header('origin');
  if (!origin || !origins.includes(origin)) {
    throw new ApiError('origin_not_allowed', 'This publishable key is not for the origin of this request.');
  }
  c.set('allowedOrigin', origin);
  if (!token) return { kind: 'anonymous', keyId };
  const hubId = (hub as NonNullable<typeof hub>).id;
  const profile = await readViewerToken(token, {
    findKey: (kid) => findMaterial(c.get('db'), hubId, kid),
    hubId,
    deployment: c.env.KOPRU_DEPLOYMENT,
    keyring: c.env.KOPRU_KEYRING,
    now,
  });
  return { kind: 'viewer', keyId, profile };
}
