import type { Context, MiddlewareHandler } from 'hono';
import type { StatusCode } from 'hono/utils/http-status';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { freeKey, keepAnswer, ownerOf, takeKey } from '../idempotency/store.ts';
import { idempotencyKey } from '../lib/idempotency-key.ts';
import { actsFor } from '../lib/principal.ts';
import { readsByPost } from '../lib/reads-by-post.ts';
import { sha256 } from '../lib/sha256.ts';

/** Headers of an answer that are kept with it. */
const KEPT_HEADERS = ['content-type', 'etag', 'location'] as const;

/**
 * Answers a write that is sent again under the same `Idempotency-Key` with the answer of the first,
 * for 24 hours. Only success is kept: what failed changed nothing and is tried anew. An answer that
 * says `cache-control: no-store` holds a secret that is shown once, and is not kept. A POST that only
 * reads is answered anew each time: what was withdrawn meanwhile is in no answer.
 */
export const idempotency: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || readsByPost(c.req.method, c.req.path)) return next();
  const key = idempotencyKey(c);
  if (key === undefined) return next();
  const db = c.get('db');
  const owner = ownerOf(c.get('hub')?.id, actsFor(c.get('principal')));
  const { keyId } = c.get('principal');
  const url = new URL(c.req.url);
  const fingerprint = await sha256(
    JSON.stringify([keyId, c.req.method, url.pathname + url.search, await c.req.text()]),
  );
  const stored = await takeKey(db, owner, key, fingerprint, new Date());
  if (stored) {
    if (stored.fingerprint !== fingerprint)
      throw new ApiError('idempotency_key_reused', 'This Idempotency-Key was sent with another request before.');
    return replay(c, stored);
  }
  await next();
  if (!c.res.ok) return freeKey(db, owner, key);
  const secret = c.res.headers.get('cache-control')?.includes('no-store');
  await keepAnswer(db, owner, key, {
    status: c.res.status,
    headers: JSON.stringify(
      KEPT_HEADERS.flatMap((name) => (c.res.headers.has(name) ? [[name, c.res.headers.get(name)]] : [])),
    ),
    body: secret ? null : await c.res.clone().text(),
  });
};

function replay(
  c: Context<AppEnv>,
  { status, headers, body }: { status: number | null; headers: string | null; body: string | null },
) {
  if (status === null) {
    c.header('retry-after', '1');
    throw new ApiError('idempotency_in_progress', 'Send it again in a second.');
  }
  if (body === null)
    throw new ApiError(
      'idempotency_answer_not_kept',
      'It held a secret that is shown once, or something that was erased since. What it did stands; read or roll it.',
    );
  // By the context, which adds the headers that were set before.
  return c.newResponse(body === '' ? null : body, status as StatusCode, {
    ...Object.fromEntries(JSON.parse(headers ?? '[]') as [string, string][]),
    'idempotency-replayed': 'true',
  });
}
