import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CuttingProxy {
  readonly url: string;
  /** How many connections were cut. */
  readonly cuts: () => number;
  stop(): Promise<void>;
}

/** Where a connection breaks. */
interface Cut {
  /** After so many bytes of the request's body. */
  readonly upload?: number;
  /** After so many bytes of the answer's body. */
  readonly answer?: number;
  /** What the cut waits for. */
  readonly once?: () => Promise<void>;
}

/**
 * A way to a server on which the connection breaks.
 *
 * @param cutAt says where; undefined lets a request through. `nth` counts the requests of a method and path, from 1.
 */
export async function startCuttingProxy(
  to: string,
  cutAt: (request: { method: string; path: string; nth: number }) => Cut | undefined,
): Promise<CuttingProxy> {
  const seen = new Map<string, number>();
  let cuts = 0;
  const server = createServer((incoming, outgoing) => {
    const [method = '', path = ''] = [incoming.method, incoming.url?.split('?')[0]];
    const nth = (seen.get(`${method} ${path}`) ?? 0) + 1;
    seen.set(`${method} ${path}`, nth);
    const cut = cutAt({ method, path, nth });
    let stopped = false;
    const stop = async () => {
      if (stopped) return;
      stopped = true;
      await cut?.once?.();
      cuts++;
      incoming.socket.destroy();
      onward.destroy();
    };
    const onward = request(`${to}${incoming.url}`, { method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      let sent = 0;
      answer.on('data', (chunk: Buffer) => {
        const left = cut?.answer === undefined ? chunk.length : cut.answer - sent;
        sent += chunk.length;
        outgoing.write(chunk.subarray(0, Math.max(0, left)), () => left < chunk.length && stop());
      });
      answer.on('end', () => outgoing.end());
      answer.on('error', () => outgoing.destroy());
    });
    onward.on('error', () => incoming.socket.destroy());
    let received = 0;
    incoming.on('data', (chunk: Buffer) => {
      const left = cut?.upload === undefined ? chunk.length : cut.upload - received;
      received += chunk.length;
      onward.write(chunk.subarray(0, Math.max(0, left)), () => left < chunk.length && stop());
    });
    // What is cut has no end.
    incoming.on('end', () => received <= (cut?.upload ?? received) && onward.end());
    incoming.on('error', () => onward.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
