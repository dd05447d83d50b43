import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { PROBLEMS, type ProblemCode } from '@kopru/sdk/schema';
import { beforeAll, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { OPERATIONS } from '../../test/contract.ts';
import { expectDocumented } from '../../test/documented.ts';
import { call, newHub, STARTUP } from '../../test/hub.ts';
import { keyWith, publishableKey, signToken, viewerOf } from '../../test/viewer.ts';
import worker from '../index.ts';

let hub: { id: string; key: string };
beforeAll(async () => {
  hub = await newHub();
  await call('PUT', PATH, { key: hub.key, body: STARTUP });
});

const PATH = '/v1/startups/mine';
const put = (options: Parameters<typeof call>[2], path = PATH) =>
  call('PUT', path, { key: hub.key, body: STARTUP, ...options });

/** The same request to a Worker of which a binding is another. */
async function putWith(binding: object, path = PATH) {
  const context = createExecutionContext();
  const request = new Request(`https://kopru.test${path}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${hub.key}`, 'content-type': 'application/json' },
    body: JSON.stringify(STARTUP),
  });
  const response = await worker.fetch(request, { ...bindings, ...binding }, context);
  await waitOnExecutionContext(context);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: JSON.parse(text) };
}

const broken = () => {
  throw new Error('out of order');
};

/** A request that is answered with each of the codes. */
const PROVOKED: Record<ProblemCode, () => ReturnType<typeof call>> = {
  invalid_json: () => put({ body: '{' }),
  unauthorized: () => put({ key: 'kopru_sk_nothing' }),
  viewer_token_invalid: async () => put(withToken(await viewerOf(hub.id, 'startup', 'mine'), 'a.b.c')),
  viewer_token_expired: async () =>
    put(
      withToken(
        await viewerOf(hub.id, 'startup', 'mine'),
        await signToken(hub.id, 'startup', 'mine', new Date(Date.now() - 3_600_000)),
      ),
    ),
  forbidden: async () => put({ key: await keyWith(hub.id, ['profiles:read']) }),
  origin_not_allowed: async () =>
    put({ key: await publishableKey(hub.id), headers: { origin: 'https://evil.example' } }),
  not_found: async () => put(await viewerOf(hub.id, 'startup', 'another')),
  method_not_allowed: async () => {
    const headers = { 'idempotency-key': 'of-a-put' };
    await put({ headers });
    return call('POST', PATH, { key: hub.key, body: STARTUP, headers });
  },
  conflict: async () => {
    const { json } = await call('POST', '/v1/agreements', { key: hub.key, body: { partner: (await newHub()).id } });
    return call('POST', `/v1/agreements/${json.id}/accept`, { key: hub.key });
  },
  idempotency_key_reused: async () => {
    const headers = { 'idempotency-key': 'reused' };
    await put({ headers });
    return put({ headers, body: { ...STARTUP, name: 'Another' } });
  },
  idempotency_in_progress: async () => {
    const headers = { 'idempotency-key': 'at-work' };
    await put({ headers });
    // As if the first request had not been answered yet.
    await bindings.DB.prepare('UPDATE idempotency SET status = NULL WHERE key = ?').bind('at-work').run();
    return put({ headers });
  },
  idempotency_answer_not_kept: async () => {
    const again = {
      key: hub.key,
      body: { kind: 'secret', scopes: ['hub:read'] },
      headers: { 'idempotency-key': 'key' },
    };
    await call('POST', '/v1/keys', again);
    return call('POST', '/v1/keys', again);
  },
  precondition_failed: () => put({ headers: { 'if-match': '"0"' } }),
  payload_too_large: () => put({ body: { ...STARTUP, pitch: 'a'.repeat(300_000) } }),
  unsupported_media_type: () => put({ headers: { 'content-type': 'text/plain' } }),
  invalid_request: () => put({ body: {} }),
  rate_limited: () => putWith({ WRITES: { limit: async () => ({ success: false }) } }),
  internal: () => putWith({ DB: { withSession: broken } }),
  unavailable: () => putWith({ EMBEDDER: { embed: broken } }, '/v1/startups/unembedded'),
};

const withToken = ({ key, headers }: { key: string; headers: Record<string, string> }, token: string) => ({
  key,
  headers: { ...headers, 'kopru-viewer': token },
});

test.each(Object.entries(PROVOKED))('%s is answered as the document says', async (code, provoke) => {
  const answer = await provoke();
  const { status, title } = PROBLEMS[code as ProblemCode];
  expect(answer).toMatchObject({ status, json: { status, code, title, type: `urn:kopru:problem:${code}` } });
  expect(answer.json.requestId).toBe(answer.headers.get('request-id'));
  if (status === 405) return expect(answer.headers.get('allow')).toBe('HEAD, PUT, PATCH, GET, DELETE');
  const name =
    code === 'conflict' ? 'accept_agreement' : code === 'idempotency_answer_not_kept' ? 'create_key' : 'put_startup';
  const operation = OPERATIONS.find(({ operationId }) => operationId === name);
  expectDocumented(operation as (typeof OPERATIONS)[number], answer);
  if (status === 429 || status === 503 || code === 'idempotency_in_progress')
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
});
