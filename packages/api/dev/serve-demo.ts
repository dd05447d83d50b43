import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoProfile } from '../demo/profiles.ts';
import { DEMO_HUB, DEMO_PLAN } from '../src/demo/hub.ts';
import { demoKey, operatorKey, seedDemo } from './seed.ts';
import { type DevServer, type DevServerOptions, startDevServer } from './server.ts';

/** What a local server leaves for examples, scripts and `kopru`, in `demo.json` of its folder. */
export interface Demo {
  readonly url: string;
  readonly operatorKey: string;
  /** The demo hub, where there is one. */
  readonly hub?: string;
  readonly secretKey?: string;
}

export interface DemoOptions extends Omit<DevServerOptions, 'storage'> {
  /** Folder that keeps the data and the keys between runs. */
  readonly folder: string;
  /** Whether to seed the demo hub. @default true */
  readonly demo?: boolean | undefined;
  /** @default the corpus of this repository */
  readonly profiles?: (() => readonly DemoProfile[]) | undefined;
  /** Is told how many of how many profiles of the demo are embedded. */
  readonly onProgress: (done: number, total: number) => void;
}

export interface DemoServer extends DevServer {
  readonly demo: Demo;
  /** What to tell who started it. */
  readonly welcome: string;
}

/** Starts the server, seeds the demo hub, and writes address and keys to `demo.json`, for its owner alone. */
export async function serveDemo({
  folder,
  demo = true,
  profiles,
  onProgress,
  ...rest
}: DemoOptions): Promise<DemoServer> {
  const server = await startDevServer({ ...rest, storage: join(folder, 'storage') });
  try {
    const file = join(folder, 'demo.json');
    if (demo) await seedDemo(server.db, onProgress, profiles);
    const previous: Partial<Demo> = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
    const written: Demo = {
      url: server.url,
      ...(demo && { hub: DEMO_HUB, secretKey: await demoKey(server.db, previous.secretKey) }),
      operatorKey: await operatorKey(server.db, previous.operatorKey),
    };
    await mkdir(folder, { recursive: true });
    await writeFile(file, `${JSON.stringify(written, null, 2)}\n`, { mode: 0o600 });
    return { ...server, demo: written, welcome: welcomeOf(written, folder, file) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

const welcomeOf = ({ url, hub }: Demo, folder: string, file: string): string =>
  [
    '',
    'Köprü is ready:',
    ...(hub ? [`  demo page       ${url}/`] : []),
    ...(hub ? [`  action plan     ${url}/action-plans/${hub}/${DEMO_PLAN}`] : []),
    ...(hub ? [`  gallery         ${url}/gallery`] : []),
    `  outbox          ${url}/outbox`,
    `  API             ${url}/v1/health`,
    `  reference       ${url}/docs`,
    `  keys            in ${file}: ${hub ? "the demo hub's, and the operator's" : "the operator's"}`,
    `Stop with Ctrl+C; the data stays in ${folder}.`,
    '',
  ].join('\n');
