import { Webhook } from 'standardwebhooks';
import { type HttpServer, sendJson, sendProblem, serve } from '../http-server.ts';

const SECRET = `whsec_${Buffer.from('a secret of the test, 32 bytes..').toString('base64')}`;

export interface Served {
  /** What `/vectors` gives: texts and their vectors in this process. */
  readonly vectors: { readonly texts: readonly string[]; readonly vectors: readonly (readonly number[])[] };
  /** The script of the page at `/`. */
  readonly script: string;
}

/** The server that `suite.ts` asks: each answer is one that the API gives, or a fault of the way to it. */
export function startServer({ vectors, script }: Served): Promise<HttpServer> {
  const before = new Map<string, string[]>();
  return serve(({ method, url, headers, body }, response) => {
    // A connection for each request: where a used one breaks, Bun, Deno and Chromium send the request again by
    // themselves, as often as they hold used connections, and the client would see none of the faults.
    response.setHeader('connection', 'close');
    const { pathname, searchParams } = new URL(url, 'http://server');
    const place = `${method} ${pathname}`;
    const keys = [...(before.get(place) ?? []), String(headers['idempotency-key'])];
    before.set(place, keys);
    switch (place) {
      case 'GET /':
        return void response
          .setHeader('content-type', 'text/html')
          .end('<!doctype html><title>Köprü</title><script type="module" src="/suite.js"></script>');
      case 'GET /suite.js':
        return void response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script);
      case 'GET /vectors':
        return sendJson(response, 200, vectors);
      case 'GET /delivery':
        return sendJson(response, 200, deliveryOf(new Date()));
      case 'GET /v1/hub':
        return sendJson(response, 200, { id: 'hub', name: 'Köprü' });
      case 'PUT /v1/startups/dropped':
        return keys.length < 3 ? void response.destroy() : sendJson(response, 200, { keys });
      case 'GET /v1/startups':
        return sendJson(
          response,
          200,
          searchParams.has('cursor')
            ? { items: [{ id: 'c' }], nextCursor: null }
            : { items: [{ id: 'a' }, { id: 'b' }], nextCursor: '2' },
        );
      case 'GET /v1/startups/missing':
        return sendProblem(response, 404, 'not_found');
      case 'GET /v1/startups/silent':
        return;
      case 'POST /once-dropped/v1/imports':
        if (keys.length === 1) return void response.destroy();
        return sendJson(response, 202, {
          rows: body
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line)).length,
        });
      case 'POST /v1/imports':
        return sendJson(response, 202, {
          rows: body
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line)).length,
        });
      case 'GET /v1/imports/imp/report':
        response.writeHead(200, { 'content-type': 'application/x-ndjson' }).write('{"line":3}\n{"li');
        return void setTimeout(() => response.end('ne":7}\n'), 20);
      default:
        return sendProblem(response, 404, 'not_found');
    }
  });
}

function deliveryOf(at: Date) {
  const body = JSON.stringify({
    id: 'evt_1',
    type: 'endpoint.test',
    timestamp: at.toISOString(),
    data: { endpoint: 'e' },
  });
  return {
    secret: SECRET,
    body,
    headers: {
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(SECRET).sign('evt_1', at, body),
    },
  };
}
