import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalHub, startHub as startLocalHub } from '../../../scripts/local-hub.ts';
import type { Io } from '../src/terminal/io.ts';
import { testIo } from './test-io.ts';

/** The built Worker on this machine with a hub of its own, and a folder to run commands in. */
export interface TestHub extends LocalHub {
  readonly folder: string;
  /** Puts a file into the folder. */
  write(name: string, text: string): Promise<void>;
  /** An Io in the folder that finds the hub by its environment. */
  io(given?: Partial<Io>): ReturnType<typeof testIo>;
}

export async function startHub(id: string): Promise<TestHub> {
  const folder = await mkdtemp(join(tmpdir(), 'kopru-cli-'));
  const hub = await startLocalHub({ id });
  const env = { KOPRU_URL: hub.url, KOPRU_API_KEY: hub.key };
  return {
    ...hub,
    folder,
    write: (name, text) => writeFile(join(folder, name), text),
    io: (given) => testIo({ cwd: folder, env, ...given }),
    async stop() {
      await hub.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
