import { access, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DemoProfile } from '@kopru/api/dev';
import { peerError } from './dev/peers.ts';
import { CliError, EXIT, type ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';
import { createProgress } from './terminal/progress.ts';

export interface DevOptions {
  /** On the loopback interface; 0 takes a free one. @default 8787 */
  readonly port?: number | undefined;
  /** Folder that keeps the data and the keys. @default .kopru */
  readonly storage?: string | undefined;
  /** Whether to seed a hub with invented profiles. @default true */
  readonly demo?: boolean | undefined;
}

/** What the build leaves beside the commands: from `src/` and from `dist/` alike. */
const SERVER = fileURLToPath(new URL('../dist/server/', import.meta.url));
const server = (name: string): string => join(SERVER, name);

/** The API on this machine, until Ctrl+C, which is how it always ends. */
export async function runDev({ port = 8787, storage = '.kopru', demo = true }: DevOptions, io: Io): Promise<ExitCode> {
  await access(server('worker/local.js')).catch((cause) => {
    throw new CliError('The server of kopru dev is not built.', { hint: 'Run npm run build first.', cause });
  });
  const { serveDemo } = await import('@kopru/api/dev').catch((error) => {
    throw peerError(error);
  });
  const folder = resolve(io.cwd, storage);
  const running = await serveDemo({
    config: server('wrangler.toml'),
    worker: server('worker/local.js'),
    migrations: server('migrations'),
    // They need not be in two packages.
    weights: fileURLToPath(new URL('.', import.meta.resolve('@kopru/model/weights/manifest.json'))),
    // As it was written, since it is shown.
    folder: relative(process.cwd(), folder) || '.',
    port,
    demo,
    profiles: readDemoProfiles(await readFile(server('demo-profiles.json'), 'utf8')),
    onProgress: lazyProgress(io),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_ADDRESS_IN_USE') throw error;
    throw new CliError(`Port ${port} is taken by another program.`, {
      hint: `Choose another, as in: kopru dev --port ${port + 1}`,
      cause: error,
    });
  });
  try {
    io.stderr.write(running.welcome);
    await aborted(io.signal);
  } finally {
    await running.stop();
  }
  return EXIT.interrupted;
}

const readDemoProfiles = (text: string) => (): DemoProfile[] => JSON.parse(text);

/** A progress line that is begun when there is something to tell, which a second start has not. */
function lazyProgress(io: Io): (done: number, total: number) => void {
  let progress: ReturnType<typeof createProgress> | undefined;
  let shown = 0;
  return (done, total) => {
    // The only place where Ctrl+C is heard while the hub is made.
    io.signal.throwIfAborted();
    progress ??= createProgress(io, { label: 'Preparing the demo', total });
    progress.advance(done - shown);
    shown = done;
    if (done === total) progress.done();
  };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
