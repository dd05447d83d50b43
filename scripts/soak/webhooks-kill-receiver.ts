import { createServer, type ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import type { Random } from '../../packages/api/demo/seed/random.ts';
import { listen } from '../../packages/sdk/test/listen.ts';

/** A message that came, whatever it was answered. */
export interface Message {
  readonly id: string;
  readonly body: string;
  readonly signed: boolean;
  /** It was taken: the receiver has what it needs, even where its answer is lost. */
  readonly taken: boolean;
}

export interface Receiver {
  readonly url: string;
  readonly messages: readonly Message[];
  /** Set once the endpoint is made. */
  secret: string;
  close(): Promise<void>;
}

/** Of a hundred messages, how many are answered 500, cut off before they are taken, and cut off after. */
const FAULTS = { status: 8, refused: 4, lost: 4 };

/**
 * A receiver as they are in the world: it verifies each message by Standard Webhooks, and now and
 * then fails.
 *
 * @param onMessage is called as a message has come and before it is answered.
 */
export async function startReceiver(random: Random, onMessage: () => void): Promise<Receiver> {
  const messages: Message[] = [];
  const receiver = { secret: '' };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const headers = request.headers as Record<string, string>;
      const { taken, answer } = fault(random.whole(0, 99));
      const signed = verifies(receiver.secret, body, headers);
      messages.push({ id: headers['webhook-id'] ?? '', body, signed, taken });
      onMessage();
      answer(response);
    });
  });
  const { url, stop } = await listen(server);
  return Object.assign(receiver, { url: `${url}/`, messages, close: stop });
}

function fault(draw: number): { taken: boolean; answer(response: ServerResponse): void } {
  const { status, refused, lost } = FAULTS;
  if (draw < status) return { taken: false, answer: (response) => response.writeHead(500).end() };
  if (draw < status + refused) return { taken: false, answer: (response) => response.destroy() };
  if (draw < status + refused + lost) return { taken: true, answer: (response) => response.destroy() };
  return { taken: true, answer: (response) => response.writeHead(204).end() };
}

function verifies(secret: string, body: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}
