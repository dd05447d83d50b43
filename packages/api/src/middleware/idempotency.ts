import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { freeKey, keepAnswer, takeKey } from '../idempotency/store.ts';
import { sha256 } from '../lib/sha256.ts';

const HEADER = 'idempotency-key';
const WELL_FORMED = /^[\x21-\x7e]{1,128}$/;

/** Headers of an answer that are kept with it. */
const KEPT_HEADERS = ['content-type', 'etag', 'location'] as const;

/**
 * Answers a write that is sent again under the same `Idempotency-Key` with the answer of the first,
 * for 24 hours. Only success is kept: what failed changed nothing and is tried anew. An answer that
 * says `cache-control: no-store` holds a secret that is shown once, and is not kept.
 */
export const idempotency: MiddlewareHandler<AppEnv> = async (c, next) => {
  const key = c.req.header(HEADER);
  if (key === undefined || c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  if (!WELL_FORMED.test(key)) {
    throw new ApiError('invalid_request', 'Idempotency-Key must be 1 to 128 visible ASCII characters.', [
      {
        in: 'header',
        path: '/idempotency-key',
        rule: 'pattern',
        message: 'must be 1 to 128 visible ASCII characters',
        received: 'string',
      },
    ]);
  }
  const db = c.get('db');
  const owner = c.get('hub')?.id ?? c.get('principal').kind;
  const { keyId } = c.get('principal');
  const url = new URL(c.req.url);
  const fingerprint = await sha256(
    JSON.stringify([keyId, c.req.header('kopru-viewer'), c.req.method, url.pathname + url.search, await c.req.text()]),
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
  if (body === null) throw new ApiError('idempotency_answer_not_kept', 'What it made is there; read or roll it.');
  return new Response(body === '' ? null : body, {
    status,
    headers: [...(JSON.parse(headers ?? '[]') as [string, string][]), ['idempotency-replayed', 'true']],
  });
}
