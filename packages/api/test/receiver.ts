import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    receiver: string;
  }
}

/** A request as the receiver got it. */
export interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/**
 * An HTTP server that the Worker under test posts to. `POST /<name>?status=500` answers that status
 * and keeps the request; `GET /<name>` gives all that were kept. The status of a name may be set
 * later by `PUT /<name>?status=200`.
 */
export default async function startReceiver(project: TestProject) {
  const received = new Map<string, Received[]>();
  const statuses = new Map<string, number>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://receiver');
    const name = url.pathname;
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (request.method === 'GET') return response.end(JSON.stringify(received.get(name) ?? []));
      const status = Number(url.searchParams.get('status') ?? 200);
      if (request.method === 'PUT') {
        statuses.set(name, status);
        return response.end();
      }
      const all = received.get(name) ?? [];
      received.set(name, [...all, { headers: request.headers as Record<string, string>, body }]);
      const code = statuses.get(name) ?? status;
      return response.writeHead(code, code >= 300 && code < 400 ? { location: '/redirected' } : {}).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  project.provide('receiver', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return () => server.close();
}
