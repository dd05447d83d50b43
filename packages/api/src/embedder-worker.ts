/**
 * The embedder, a Worker of its own: the model and its weights (some 50 MB) are in its isolates and not
 * beside the indexes of the API, which asks it through the binding EMBEDDER (`lib/embedder.ts`). It has no
 * address of its own.
 *
 * @module
 */
import { WorkerEntrypoint } from 'cloudflare:workers';
import type { Fetcher } from '@cloudflare/workers-types';
import kernel from '@kopru/model/weights/kernel.wasm';
import { createEmbedder, MODEL } from '@kopru/model/workerd';
import { type Embedder, EmbedderError } from '@kopru/sdk/engine/embedder';
import type { Embedded, EmbedderService } from './env.ts';

interface Env {
  /** The folder `weights/` of `@kopru/model`. */
  readonly ASSETS: Fetcher;
}

export default class EmbedderWorker extends WorkerEntrypoint<Env> implements EmbedderService {
  async embed(texts: readonly string[]): Promise<Embedded> {
    const model = MODEL.id;
    try {
      return { model, vectors: await (await load(this.env, this.ctx)).embed(texts) };
    } catch (error) {
      if (!(error instanceof EmbedderError)) throw error;
      const { code, message, index } = error;
      return { model, error: { code, message, ...(index !== undefined && { index }) } };
    }
  }

  async model(): Promise<string> {
    const { id } = (await (await fetchFile(this.env, 'manifest.json')).json()) as { id?: unknown };
    if (id !== MODEL.id) throw new Error('the weights are of another model');
    return MODEL.id;
  }
}

const fetchFile = ({ ASSETS }: Env, name: string) => ASSETS.fetch(new URL(name, 'https://assets.local/'));

let loading: Promise<Embedder> | undefined;

/**
 * The model, loaded once per isolate, also for calls that come at once. A failed load is tried again by the
 * next call; `waitUntil` keeps the load alive for the others when the call that began it goes away.
 */
function load(env: Env, context: Pick<ExecutionContext, 'waitUntil'>): Promise<Embedder> {
  if (!loading) {
    loading = createEmbedder({ module: kernel, fetchFile: (name) => fetchFile(env, name) });
    loading.catch(() => {
      loading = undefined;
    });
    context.waitUntil(loading);
  }
  return loading;
}
