import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../packages/api/demo/seed/random.ts';
import { listen } from '../../packages/sdk/test/listen.ts';

/** A request as it came, and what the server behind the proxy answers to it. */
interface Exchange {
  readonly response: ServerResponse;
  /** Sends the request on, and reads the whole answer. */
  forward(): Promise<Forwarded>;
  /** Sends the request on, and hangs up before the answer. */
  hangUp(): Promise<void>;
}

interface Forwarded {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const retrySoon = { 'retry-after': '0', 'content-type': 'text/html' };

/** What goes wrong on a way: before the server, after it, or both. */
const FAULTS = {
  /** The request never arrives. */
  async dropped({ response }) {
    response.destroy();
  },
  /** The write is done, and its answer is lost. */
  async answerDropped({ response, forward }) {
    await forward();
    response.destroy();
  },
  async answerTruncated({ response, forward }) {
    const { status, headers, body } = await forward();
    response.writeHead(status, headers);
    response.write(body.subarray(0, body.length / 2));
    await sleep(5);
    response.destroy();
  },
  /** The answer comes when the client has given it up. */
  async late({ response, forward }) {
    const answer = await forward();
    await sleep(LATE);
    reply(response, answer);
  },
  async hungUp({ response, hangUp }) {
    await hangUp();
    response.destroy();
  },
  async tooMany({ response }) {
    response.writeHead(429, retrySoon).end('<h1>Too many requests</h1>');
  },
  async failed({ response }) {
    response.writeHead(500, retrySoon).end('<h1>Error</h1>');
  },
  /** The write is done, and the proxy says that the server is not there. */
  async unavailable({ response, forward }) {
    await forward();
    response.writeHead(503, retrySoon).end('<h1>Unavailable</h1>');
  },
} satisfies Record<string, (exchange: Exchange) => Promise<void>>;

type Fault = keyof typeof FAULTS;
const NAMES = Object.keys(FAULTS) as Fault[];

/** How long a late answer is held back, in milliseconds; the client waits less. */
const LATE = 800;
export const PATIENCE = 600;

export interface FaultyProxy {
  readonly url: string;
  readonly faults: Readonly<Record<Fault, number>>;
  stop(): Promise<void>;
}

/** Stands before a server and lets a share of the requests go wrong, each in one of eight ways. */
export async function startFaultyProxy(target: string, share: number, random: Random): Promise<FaultyProxy> {
  const faults = Object.fromEntries(NAMES.map((name) => [name, 0])) as Record<Fault, number>;
  const server = createServer(async (request, response) => {
    const fault = random.chance(share) ? random.pick(NAMES) : undefined;
    try {
      const body = Buffer.concat(await request.toArray());
      const exchange: Exchange = {
        response,
        forward: () => forward(target, request, body),
        hangUp: () => hangUp(target, request, body),
      };
      if (fault) {
        faults[fault]++;
        await FAULTS[fault](exchange);
      } else reply(response, await exchange.forward());
    } catch {
      // The client gave up, or the server is not there: the connection ends.
      response.destroy();
    }
  });
  return { ...(await listen(server)), faults };
}

function reply(response: ServerResponse, { status, headers, body }: Forwarded): void {
  response.writeHead(status, headers).end(body);
}

const open = (target: string, { method, url = '', headers }: IncomingMessage) =>
  send(new URL(url, target), { method, headers });

async function forward(target: string, request: IncomingMessage, body: Buffer): Promise<Forwarded> {
  const sent = open(target, request).end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(await answer.toArray()) };
}

async function hangUp(target: string, request: IncomingMessage, body: Buffer): Promise<void> {
  const sent = open(target, request);
  sent.on('error', () => undefined);
  await new Promise<void>((resolve) => sent.end(body, resolve));
  await sleep(3);
  sent.destroy();
}
