import { serveDemo } from '../packages/api/dev/index.ts';
import { buildWorker } from './build.ts';

/** Builds, migrates, seeds the demo hub and serves the API and the demo page until it is stopped. */
export async function start(): Promise<void> {
  const port = portFrom(process.env.PORT ?? '8787');
  console.error('Building …');
  await buildWorker();

  const server = await serveDemo({
    config: 'wrangler.toml',
    worker: 'packages/api/dist/worker/local.js',
    migrations: 'packages/api/migrations',
    folder: '.kopru',
    port,
    onProgress: showProgress,
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_ADDRESS_IN_USE') throw error;
    console.error(`Port ${port} is taken by another program. Choose one, as in: PORT=8790 npm start`);
    process.exit(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  }
  console.error(server.welcome);
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
  else console.error(`Embedding the demo profiles … ${done}/${total}`);
}
