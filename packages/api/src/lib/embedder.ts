import kernel from '@kopru/model/weights/kernel.wasm';
import { createEmbedder } from '@kopru/model/workerd';
import type { Embedder } from '@kopru/sdk/engine';
import type { Bindings } from '../env.ts';

let loading: Promise<Embedder> | undefined;

/**
 * The embedded model, loaded once per isolate: its weights come from the ASSETS binding. A failed
 * load is tried again by the next request. `waitUntil` keeps the load alive for the others when
 * the request that began it goes away; a job, which has none, lives as long as its work.
 */
export function loadEmbedder(c: {
  readonly env: Pick<Bindings, 'ASSETS'>;
  readonly executionCtx?: { waitUntil(promise: Promise<unknown>): void };
}): Promise<Embedder> {
  if (!loading) {
    loading = createEmbedder({
      module: kernel,
      fetchFile: (name) => c.env.ASSETS.fetch(new URL(name, 'https://assets.local/model/')),
    });
    loading.catch(() => {
      loading = undefined;
    });
    c.executionCtx?.waitUntil(loading);
  }
  return loading;
}
