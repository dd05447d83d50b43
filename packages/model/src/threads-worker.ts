/**
 * What runs in a thread: loads the model once and answers what it is asked.
 *
 * @module
 */
import { parentPort } from 'node:worker_threads';
import { type Embedder, EmbedderError } from '@kopru/sdk/engine/embedder';
import { createEmbedder } from './from-files.ts';
import type { Answer, Ask } from './threads-thread.ts';

const port = parentPort;
if (!port) throw new Error('threads-worker is started by createThreadedEmbedder');
let embedder: Promise<Embedder> | undefined;

port.on('message', async ({ id, texts }: Ask) => {
  try {
    embedder ??= createEmbedder().catch((error: unknown) => {
      embedder = undefined;
      throw error;
    });
    const vectors = await (await embedder).embed(texts);
    port.postMessage({ id, vectors } satisfies Answer, transferOf(vectors));
  } catch (error) {
    // Anything else is a fault of ours: it ends the thread, which then rejects with it as the cause.
    if (!(error instanceof EmbedderError)) throw error;
    const { code, message, index, cause } = error;
    port.postMessage({ id, code, message, ...(index !== undefined && { index }), cause } satisfies Answer);
  }
});

const transferOf = (vectors: readonly Float32Array[]) => vectors.map(({ buffer }) => buffer as ArrayBuffer);
