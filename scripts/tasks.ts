/**
 * The tasks of the repository, run by `scripts/run.mjs` on Node 24.
 *
 * @module
 */
import { build, buildWorker } from './build.ts';
import { check } from './check.ts';
import { runBackup, runDeploy, runRestore } from './operate/commands.ts';
import { sh } from './shell.ts';
import { start } from './start.ts';

const node = (...args: string[]) => sh(process.execPath, ['--conditions=@kopru/source', ...args]);

const TASKS: Record<string, (args: string[]) => unknown> = {
  start: () => start(),
  build: () => build(),
  check: async () => {
    await build();
    await check();
  },
  test: async (args) => {
    await build();
    await check();
    sh('vitest', ['run', ...args]);
  },
  openapi: () => node('scripts/openapi.ts'),
  forms: () => node('scripts/forms.ts'),
  screenshots: () => node('scripts/screenshots.ts'),
  api: async () => {
    await build();
    node('scripts/publish/api.ts');
  },
  reference: () => node('scripts/publish/reference.ts'),
  change: (args) => sh('changeset', args),
  release: (args) => node('scripts/publish/release.ts', ...args),
  contract: async () => {
    await buildWorker();
    node('scripts/contract/serve.ts');
  },
  format: () => sh('biome', ['check', '--write', '.']),
  deploy: (args) => runDeploy(args),
  backup: (args) => runBackup(args),
  restore: (args) => runRestore(args),
  eval: (args) => node('eval/run.ts', ...args),
  bench: (args) => node('bench/run.ts', ...args),
  'bench-chart': () => node('scripts/bench-chart.ts'),
  soak: async (args) => {
    await buildWorker();
    node('scripts/soak/run.ts', ...args);
  },
};

const [name = '', ...args] = process.argv.slice(2);
const task = TASKS[name];
if (!task) {
  console.error(`No task "${name}". Tasks: ${Object.keys(TASKS).join(', ')}.`);
  process.exit(2);
}
await task(args);
