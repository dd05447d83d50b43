import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What can be asked of the server beside HTTP; `serve.ts` answers. */
export type Ask =
  | { readonly action: 'hub'; readonly id: string }
  | { readonly action: 'query'; readonly sql: string }
  | { readonly action: 'digest'; readonly sql: string }
  /** `at`, in ISO 8601, is what the jobs take for now. */
  | { readonly action: 'cron'; readonly cron: string; readonly at?: string }
  | { readonly action: 'memory' };

export interface SoakServer {
  readonly url: string;
  /** @throws {Error} when the server was killed meanwhile. */
  ask(ask: Ask): Promise<unknown>;
  /** Ends the process and all its children with SIGKILL: nothing of them runs to an end. */
  kill(): Promise<void>;
}

const SERVE = fileURLToPath(new URL('serve.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Starts the API in a process of its own, with D1 and KV in a folder.
 *
 * @param worker path of the bundled Worker.
 * @param limit requests that a key has in a minute. @default those of wrangler.toml
 * @param v8Flags flags of V8 in workerd. @default none
 */
export async function startSoakServer(
  worker: string,
  storage: string,
  { limit, v8Flags }: { readonly limit?: number; readonly v8Flags?: string } = {},
): Promise<SoakServer> {
  const child = fork(SERVE, [worker, storage, ...(limit ? [String(limit)] : [])], {
    cwd: ROOT,
    env: { ...process.env, ...(v8Flags && { MINIFLARE_WORKERD_V8_FLAGS: v8Flags }) },
    execArgv: ['--conditions=@kopru/source'],
    // A process group of its own, so that workerd is killed with it.
    detached: true,
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let number = 0;
  const exited = once(child, 'exit').then(() => {
    for (const { reject } of waiting.values()) reject(new Error('The server was killed.'));
    waiting.clear();
  });
  const { url } = await Promise.race([
    once(child, 'message').then(([message]) => message as { url: string }),
    exited.then(() => Promise.reject(new Error('The server did not start.'))),
  ]);
  child.on('message', (message: { number: number; value?: unknown; error?: string }) => {
    const asked = waiting.get(message.number);
    waiting.delete(message.number);
    if (message.error === undefined) asked?.resolve(message.value);
    else asked?.reject(new Error(message.error));
  });
  return {
    url,
    ask: (ask) =>
      new Promise((resolve, reject) => {
        waiting.set(++number, { resolve, reject });
        child.send({ number, ask }, (error) => error && reject(error));
      }),
    async kill() {
      killTree(child);
      await exited;
    },
  };
}

function killTree(child: ChildProcess): void {
  const pid = child.pid as number;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
  else process.kill(-pid, 'SIGKILL');
}
