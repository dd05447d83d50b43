import { createServer } from 'node:http';
import type { Embedder } from '../src/engine/embedder.ts';
import { listen } from './listen.ts';

/** What the server is told to do wrong in its next answers, one entry for each. */
export interface Fault {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** An HTTP server that speaks OpenAI's embeddings, in any order, with the vectors of an embedder. */
export async function startEmbeddingsServer(embedder: Embedder, key: string) {
  const faults: Fault[] = [];
  const requests: { input: string[]; encoding_format: string; model: string; dimensions?: number }[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const answer = (status: number, body: unknown, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(typeof body === 'string' ? body : JSON.stringify(body));
    if (request.url !== '/v1/embeddings') return answer(404, { error: { code: 'not_found' } });
    const given = request.headers.authorization ?? '';
    if (given !== `Bearer ${key}`)
      return answer(401, { error: { code: 'invalid_api_key', message: `Incorrect API key provided: ${given}` } });
    const body = JSON.parse(text);
    requests.push(body);
    const fault = faults.shift();
    if (fault) return answer(fault.status ?? 200, fault.body ?? {}, fault.headers);
    const vectors = await embedder.embed(body.input);
    const data = vectors.map((vector, index) => ({
      object: 'embedding',
      index,
      embedding: body.encoding_format === 'base64' ? base64(vector) : Array.from(vector),
    }));
    return answer(200, { object: 'list', data: data.reverse(), model: body.model });
  });
  const { url, stop } = await listen(server);
  return { baseUrl: `${url}/v1`, faults, requests, stop };
}

function base64(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [i, x] of vector.entries()) bytes.writeFloatLE(x, 4 * i);
  return bytes.toString('base64');
}
