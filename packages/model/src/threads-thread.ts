import { Worker } from 'node:worker_threads';
import { EmbedderError, type EmbedderErrorCode } from '@kopru/sdk/engine/embedder';

/** What a thread is asked. */
export interface Ask {
  readonly id: number;
  readonly texts: readonly string[];
}

/** What it answers. An error travels as its parts, since a class is lost between threads. */
export type Answer = { readonly id: number } & (
  | { readonly vectors: readonly Float32Array[] }
  | { readonly code: EmbedderErrorCode; readonly message: string; readonly index?: number; readonly cause?: unknown }
);

/** A running thread with a model of its own. */
export interface Thread {
  /** It takes no more work. */
  readonly ended: boolean;
  /** @throws {EmbedderError} what the model throws; `embedder_unavailable` when the thread ends before it answers. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
  /** Ends the thread and rejects what waits. */
  close(): Promise<void>;
}

interface Waiting {
  resolve(vectors: readonly Float32Array[]): void;
  reject(error: EmbedderError): void;
}

/** The file beside this one, as source or as built. From source it reads the other packages from theirs. */
const FROM_SOURCE = import.meta.url.endsWith('.ts');
const FILE = new URL(FROM_SOURCE ? './threads-worker.ts' : './threads-worker.js', import.meta.url);
const OPTIONS = FROM_SOURCE ? { execArgv: ['--conditions=@kopru/source'] } : {};

export function startThread(): Thread {
  const worker = new Worker(FILE, OPTIONS);
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let ended = false;
  // Only work keeps the process alive, not a thread that waits for some.
  worker.unref();

  function settle(answer: Answer): void {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ('vectors' in answer) asker?.resolve(answer.vectors);
    else asker?.reject(new EmbedderError(answer.code, answer.message, answer));
  }

  function end(why: string, cause?: unknown): void {
    ended = true;
    for (const { reject } of waiting.values()) {
      reject(new EmbedderError('embedder_unavailable', why, cause === undefined ? {} : { cause }));
    }
    waiting.clear();
  }

  worker.on('message', settle);
  worker.on('error', (cause) => end(`a thread of the embedder failed (${(cause as Error).message})`, cause));
  worker.on('exit', (code) => end(`a thread of the embedder ended with code ${code}`));

  return {
    get ended() {
      return ended;
    },
    embed(texts) {
      return new Promise((resolve, reject) => {
        const id = asked++;
        // First, since it throws on what cannot be sent; no answer comes in the same tick.
        worker.postMessage({ id, texts } satisfies Ask);
        waiting.set(id, { resolve, reject });
        worker.ref();
      });
    },
    async close() {
      end('the embedder was closed');
      await worker.terminate();
    },
  };
}
