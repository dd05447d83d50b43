import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listen } from './listen.ts';

/** A request as the server saw it, its body read. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface HttpServer {
  readonly url: string;
  /** Every request whose body arrived as a whole. */
  readonly seen: readonly Seen[];
  stop(): Promise<void>;
}

/** A real server on this machine. @param answer is told how many requests came before. */
export async function serve(
  answer: (seen: Seen, response: ServerResponse, before: number) => void | Promise<void>,
): Promise<HttpServer> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    try {
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) body += chunk;
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers, body });
      await answer(seen.at(-1) as Seen, response, seen.length - 1);
    } catch {
      // The client went away.
      response.destroy();
    }
  });
  return { ...(await listen(server)), seen };
}

/** Answers with JSON, or a problem document. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req-1', ...headers });
  response.end(JSON.stringify(body));
}

/** Answers with the problem document of a code. */
export const sendProblem = (
  response: ServerResponse,
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
  more: object = {},
): void =>
  sendJson(
    response,
    status,
    {
      type: `urn:kopru:problem:${code}`,
      title: code,
      status,
      code,
      detail: `It is ${code}.`,
      requestId: 'req-1',
      ...more,
    },
    headers,
  );
