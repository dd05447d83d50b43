import { inspect } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { isKopruError, Kopru, type KopruOptions, type LogEntry } from '../src/index.ts';
import { type HttpServer, sendJson, sendProblem, serve } from './http-server.ts';

const KEY = 'kopru_sk_secret-of-the-hub';
const PROFILE = { name: 'Topıraq', pitch: 'Tarlalar için tuzluluk ölçen sondalar.' };

let server: HttpServer;
afterEach(() => server?.stop());

async function clientOf(answer: Parameters<typeof serve>[0], options: Partial<KopruOptions> = {}): Promise<Kopru> {
  server = await serve(answer);
  return new Kopru({ apiKey: KEY, baseUrl: server.url, ...options });
}

const caught = (promise: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(promise).then(
    () => expect.unreachable('it did not fail'),
    (error) => error,
  );

describe('a request', () => {
  test('carries key, body and idempotency key; its data and its answer can be had', async () => {
    const kopru = await clientOf((_, response) => sendJson(response, 201, { id: 'a/b' }, { etag: '"7"' }));
    const { data, response } = await kopru.startups.upsert('a/b', PROFILE, { ifMatch: 6 }).withResponse();
    expect(data).toEqual({ id: 'a/b' });
    expect([response.status, response.headers.get('etag'), response.headers.get('request-id')]).toEqual([
      201,
      '"7"',
      'req-1',
    ]);
    const [{ method, url, headers, body } = expect.unreachable()] = server.seen;
    expect([method, url, JSON.parse(body)]).toEqual(['PUT', '/v1/startups/a%2Fb', PROFILE]);
    expect(headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/json',
      'if-match': '"6"',
      'idempotency-key': expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  test('has an idempotency key of its own, or that of the caller', async () => {
    const kopru = await clientOf((_, response) => void response.writeHead(204).end());
    await kopru.startups.delete('a');
    await kopru.startups.delete('a');
    await kopru.startups.delete('a', { idempotencyKey: 'nightly-1' });
    const keys = server.seen.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBe('nightly-1');
  });

  test('carries a fresh viewer token each time', async () => {
    let count = 0;
    const kopru = await clientOf((_, response) => sendJson(response, 200, {}), {
      viewerToken: async () => `t${++count}`,
    });
    await kopru.startups.get('a');
    await kopru.startups.get('a');
    expect(server.seen.map(({ headers }) => headers['kopru-viewer'])).toEqual(['t1', 't2']);
  });

  test.each(['', '.', '..'])('for the id "%s", which would lead elsewhere, is never sent', async (id) => {
    const kopru = await clientOf((_, response) => sendJson(response, 200, {}));
    expect(() => kopru.startups.delete(id)).toThrow(TypeError);
    expect(server.seen).toHaveLength(0);
  });

  test('never follows a redirect, which would carry the key elsewhere', async () => {
    const kopru = await clientOf(
      (_, response) => void response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
    );
    expect(await caught(kopru.startups.get('a'))).toMatchObject({ code: 'unexpected_answer' });
    expect(server.seen).toHaveLength(1);
  });
});

describe('an error', () => {
  test('tells code, status, request id and every issue', async () => {
    const issue = {
      in: 'body',
      path: '/raise/amount',
      rule: 'minimum',
      message: 'must be above 0',
      received: 'number',
    };
    const kopru = await clientOf((_, response) =>
      sendProblem(response, 422, 'invalid_request', {}, { detail: 'One rule is broken.', issues: [issue] }),
    );
    const error = await caught(kopru.startups.upsert('a', PROFILE));
    expect(error).toMatchObject({
      code: 'invalid_request',
      status: 422,
      requestId: 'req-1',
      issues: [issue],
      message: 'One rule is broken. body /raise/amount must be above 0.',
    });
    expect(isKopruError(error)).toBe(true);
    expect(isKopruError(error, 'not_found')).toBe(false);
    expect(server.seen).toHaveLength(1);
  });

  test('of the connection has its cause', async () => {
    const kopru = await clientOf((_, response) => void response.destroy(), { maxRetries: 0 });
    const error = await caught(kopru.startups.get('a'));
    expect(error).toMatchObject({ code: 'network', status: undefined, cause: expect.any(Error) });
  });

  test('with a code that this version does not know is an unexpected answer', async () => {
    const kopru = await clientOf((_, response) => sendProblem(response, 418, 'teapot'));
    expect(await caught(kopru.startups.get('a'))).toMatchObject({ code: 'unexpected_answer', status: 418 });
  });

  test('that is not handled is seen as one, also when only the answer was asked for', async () => {
    const kopru = await clientOf((_, response) => sendProblem(response, 404, 'not_found'));
    await expect(kopru.startups.get('a').withResponse()).rejects.toMatchObject({ code: 'not_found' });
    await expect(kopru.startups.get('a').finally(() => undefined)).rejects.toMatchObject({ code: 'not_found' });
    expect(await kopru.startups.get('a').catch(() => 'handled')).toBe('handled');
  });
});

describe('a retry', () => {
  const FAULTS: Record<string, Parameters<typeof serve>[0]> = {
    'a connection that breaks off': (_, response) => void response.destroy(),
    'a body that is cut off': (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"id":');
      setImmediate(() => response.destroy());
    },
    'JSON that ends too early': (_, response) => void response.writeHead(200).end('{"id":'),
    'the page of a proxy': (_, response) => void response.writeHead(502).end('<h1>Bad gateway</h1>'),
    'too many requests': (_, response) => sendProblem(response, 429, 'rate_limited', { 'retry-after': '0' }),
    'an error of the server': (_, response) => sendProblem(response, 500, 'internal'),
    'a first request that is still at work': (_, response) =>
      sendProblem(response, 409, 'idempotency_in_progress', { 'retry-after': '0' }),
  };

  test.each(Object.entries(FAULTS))('follows on %s, under the same idempotency key', async (_, fault) => {
    const kopru = await clientOf((seen, response, before) =>
      before === 0 ? fault(seen, response, before) : sendJson(response, 200, { id: 'a' }),
    );
    expect(await kopru.startups.upsert('a', PROFILE)).toEqual({ id: 'a' });
    expect(server.seen).toHaveLength(2);
    expect(new Set(server.seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(new Set(server.seen.map(({ body }) => body)).size).toBe(1);
  });

  test('waits as long as the server says', async () => {
    const waits: unknown[] = [];
    const controller = new AbortController();
    const kopru = await clientOf((_, response) => sendProblem(response, 429, 'rate_limited', { 'retry-after': '30' }), {
      logger: ({ retryIn }) => {
        waits.push(retryIn);
        controller.abort();
      },
    });
    expect(await caught(kopru.startups.get('a', { signal: controller.signal }))).toMatchObject({ code: 'aborted' });
    expect(waits).toEqual([expect.closeTo(30_250, -3)]);
  });

  test('takes a date as well, and is left to the caller when it is far', async () => {
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    const kopru = await clientOf((_, response) => sendProblem(response, 429, 'rate_limited', { 'retry-after': date }));
    const error = await caught(kopru.startups.get('a'));
    expect(error).toMatchObject({ code: 'rate_limited' });
    expect((error as { retryAfter: number }).retryAfter).toBeGreaterThan(3_500);
    expect(server.seen).toHaveLength(1);
  });

  test('is made as often as the caller wants, and no more', async () => {
    const kopru = await clientOf((_, response) => sendProblem(response, 503, 'internal', { 'retry-after': '0' }), {
      maxRetries: 1,
    });
    await caught(kopru.startups.get('a'));
    expect(server.seen).toHaveLength(2);
    await caught(kopru.startups.get('a', { maxRetries: 0 }));
    expect(server.seen).toHaveLength(3);
  });
});

describe('giving up', () => {
  test('a request that is not answered in time is sent again, then fails', async () => {
    const kopru = await clientOf(() => undefined, { timeout: 50, maxRetries: 1 });
    expect(await caught(kopru.startups.get('a'))).toMatchObject({ code: 'timeout' });
    expect(server.seen).toHaveLength(2);
  });

  test('a body that does not end counts as no answer', async () => {
    const kopru = await clientOf((_, response) => void response.writeHead(200).write('{'), {
      timeout: 50,
      maxRetries: 0,
    });
    expect(await caught(kopru.startups.get('a'))).toMatchObject({ code: 'timeout' });
  });

  test('by signal ends the request, and gives the reason', async () => {
    const controller = new AbortController();
    const kopru = await clientOf(() => controller.abort('changed my mind'));
    const error = await caught(kopru.startups.get('a', { signal: controller.signal }));
    expect(error).toMatchObject({ code: 'aborted', cause: 'changed my mind' });
    expect(server.seen).toHaveLength(1);
  });

  test('by signal also ends the wait before a retry', async () => {
    const controller = new AbortController();
    const kopru = await clientOf((_, response) => sendProblem(response, 429, 'rate_limited', { 'retry-after': '60' }), {
      logger: ({ retryIn }) => void (retryIn !== undefined && controller.abort('no time')),
    });
    const error = await caught(kopru.startups.get('a', { signal: controller.signal }));
    expect(error).toMatchObject({ code: 'aborted', cause: 'no time' });
  });
});

describe('nothing secret shows', () => {
  test('in what the logger is told', async () => {
    const entries: LogEntry[] = [];
    const kopru = await clientOf(
      (_, response, before) =>
        before === 0
          ? sendProblem(response, 503, 'internal', { 'retry-after': '0' })
          : sendJson(response, 200, PROFILE),
      { logger: (entry) => entries.push(entry), viewerToken: 'viewer-token' },
    );
    await kopru.startups.upsert('a', PROFILE);
    await kopru.startups.list({ q: 'gizli' });
    expect(entries).toEqual([
      {
        method: 'PUT',
        path: '/v1/startups/a',
        attempt: 0,
        milliseconds: expect.any(Number),
        status: 503,
        requestId: 'req-1',
        code: 'internal',
        retryIn: expect.any(Number),
      },
      {
        method: 'PUT',
        path: '/v1/startups/a',
        attempt: 1,
        milliseconds: expect.any(Number),
        status: 200,
        requestId: 'req-1',
      },
      {
        method: 'GET',
        path: '/v1/startups',
        attempt: 0,
        milliseconds: expect.any(Number),
        status: 200,
        requestId: 'req-1',
      },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/secret|viewer-token|Topıraq|sondalar|gizli/);
  });

  test('in an error, nor in a client that is printed', async () => {
    const kopru = await clientOf((_, response) => void response.destroy(), { maxRetries: 0 });
    const error = await caught(kopru.startups.upsert('a', PROFILE));
    for (const printed of [
      inspect(error, { depth: 9 }),
      inspect(kopru, { depth: 9, showHidden: true }),
      JSON.stringify(kopru),
    ])
      expect(printed).not.toMatch(/secret-of-the-hub|sondalar/);
  });

  test.each([
    ['apiKey', { apiKey: 'ключ-secret' }],
    ['apiKey', { apiKey: undefined }],
    ['baseUrl', { baseUrl: 'secret' }],
  ])('when the client refuses %s', (name, options) => {
    const make = () => new Kopru({ apiKey: KEY, baseUrl: 'https://kopru.test', ...options });
    expect(make).toThrow(name);
    expect(make).not.toThrow(/secret/);
  });
});

test('a fetch of the caller is called as a plain function', async () => {
  const fetch = vi.fn(async function (this: unknown) {
    expect(this).toBeUndefined();
    return new Response('{}');
  });
  const kopru = new Kopru({ apiKey: KEY, baseUrl: 'https://kopru.test/', fetch });
  await kopru.hub.get();
  expect(fetch).toHaveBeenCalledWith('https://kopru.test/v1/hub', expect.objectContaining({ method: 'GET' }));
});
