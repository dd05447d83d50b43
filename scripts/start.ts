import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoKey, operatorKey, seedDemo, startDevServer } from '../packages/api/dev/index.ts';
import { DEMO_HUB } from '../packages/api/src/demo/hub.ts';
import { buildWorker } from './build.ts';

/** What `npm start` leaves for examples, scripts and checks. */
interface Demo {
  readonly url: string;
  readonly hub: string;
  readonly secretKey: string;
  readonly operatorKey: string;
}

const FOLDER = '.kopru';
const DEMO_FILE = join(FOLDER, 'demo.json');

/** Builds, migrates, seeds the demo hub and serves the API and the demo page until it is stopped. */
export async function start(): Promise<void> {
  const port = portFrom(process.env.PORT ?? '8787');
  console.error('Building …');
  await buildWorker();

  const server = await startDevServer({
    config: 'wrangler.toml',
    worker: 'packages/api/dist/worker/local.js',
    storage: join(FOLDER, 'storage'),
    migrations: 'packages/api/migrations',
    port,
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_ADDRESS_IN_USE') throw error;
    console.error(`Port ${port} is taken by another program. Choose one, as in: PORT=8790 npm start`);
    process.exit(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  }

  await seedDemo(server.db, showProgress);
  const previous: Partial<Demo> = JSON.parse(await readFile(DEMO_FILE, 'utf8').catch(() => '{}'));
  const demo: Demo = {
    url: server.url,
    hub: DEMO_HUB,
    secretKey: await demoKey(server.db, previous.secretKey),
    operatorKey: await operatorKey(server.db, previous.operatorKey),
  };
  await mkdir(FOLDER, { recursive: true });
  await writeFile(DEMO_FILE, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });

  console.error(`
Köprü is ready:
  demo page       ${server.url}/
  API             ${server.url}/v1/health
  reference       ${server.url}/docs
  keys            in ${DEMO_FILE}: the demo hub's, and the operator's
Stop with Ctrl+C; the data stays in ${FOLDER}/.`);
}

function portFrom(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  console.error(`PORT must be a whole number from 0 to 65535, not "${text}".`);
  process.exit(2);
}

function showProgress(done: number, total: number): void {
  const last = done === total;
  if (process.stderr.isTTY) process.stderr.write(`\rEmbedding the demo profiles … ${done}/${total}${last ? '\n' : ''}`);
  else if (done % 100 === 0 || last) console.error(`Embedding the demo profiles … ${done}/${total}`);
}
