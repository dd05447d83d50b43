/** A Worker that embeds the texts of a request's body (a JSON list). */
import { createEmbedder } from '../src/workerd.ts';
import module from '../weights/kernel.wasm';

interface Env {
  readonly ASSETS: { fetch(url: string): Promise<Response> };
}

let embedder: ReturnType<typeof createEmbedder> | undefined;

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    embedder ??= createEmbedder({ module, fetchFile: (name) => env.ASSETS.fetch(`https://assets.local/${name}`) });
    const vectors = await (await embedder).embed((await request.json()) as string[]);
    return Response.json(vectors.map((vector) => [...vector]));
  },
};
