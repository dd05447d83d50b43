import { availableParallelism } from 'node:os';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { embedderWorker } from './packages/api/dev/worker-options.ts';

const CONDITIONS = ['@kopru/source'];

/** Pure code and code for Node run in Node; the API runs in workerd, with real D1 and KV, beside the built embedder. */
export default defineConfig(async () => ({
  test: {
    // One fewer than there are, which is the default, leaves a core of two idle while a browser is waited for.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        ssr: { resolve: { conditions: CONDITIONS } },
        test: {
          name: 'node',
          include: ['{packages,eval,scripts,examples}/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'packages/api/src/**'],
          // Nothing of a file stays behind in its process; a new one for each would take a minute of the whole.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [
          cloudflareTest({
            remoteBindings: false,
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              workers: [await embedderWorker('.', 'packages/api/dist/worker')],
              bindings: { TEST_MIGRATIONS: await readD1Migrations('packages/api/migrations') },
              // Tests run the jobs themselves: a ring is not heard before they are over.
              queueProducers: { JOBS: { queueName: 'kopru-jobs', deliveryDelay: 12 * 60 * 60 } },
            },
          }),
        ],
        ssr: { resolve: { conditions: [...CONDITIONS, 'workerd', 'worker', 'browser'] } },
        test: {
          name: 'workerd',
          include: ['packages/api/src/**/*.test.ts'],
          // To start workerd and to load the API for each file took two thirds of the time; what a file stores goes before the next.
          isolate: false,
          setupFiles: ['packages/api/test/migrate.ts'],
          globalSetup: ['packages/api/test/receiver.ts', 'packages/api/test/smtp-sink.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
}));
