/**
 * Soaks: what the API must stand for longer than a test may take. `npm run --silent soak -- NAME`
 * prints one JSON object and keeps it in docs/soak.md.
 *
 * @module
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { clientFaults } from './client-faults.ts';
import { exportKill } from './export-kill.ts';
import { importKill } from './import-kill.ts';
import { load } from './load.ts';
import { fortnight } from './mail/fortnight.ts';
import { keepResult } from './result.ts';
import { webhooksKill } from './webhooks-kill.ts';

/** What is given on the command line. */
type Options = Readonly<
  Partial<
    Record<
      'rows' | 'events' | 'operations' | 'seconds' | 'connections' | 'subscribers' | 'days' | 'kills' | 'seed',
      string
    >
  >
>;

const SOAKS: Readonly<Record<string, (options: Options) => Promise<{ readonly ok: boolean }>>> = {
  'import-kill': ({ rows = '20000', kills = '20', seed = '1' }) =>
    importKill({ rows: whole(rows), kills: whole(kills), seed, model: 'hash', waitForLease: true }),
  'import-kill-model': ({ rows = '1000', kills = '20', seed = '1' }) =>
    importKill({ rows: whole(rows), kills: whole(kills), seed, model: 'real', waitForLease: true }),
  'export-kill': ({ rows = '60000', kills = '20', seed = '1' }) =>
    exportKill({ rows: whole(rows), kills: whole(kills), eraseEach: 5, share: 0.6, seed }),
  'webhooks-kill': ({ events = '2000', kills = '20', seed = '1' }) =>
    webhooksKill({ events: whole(events), kills: whole(kills), seed }),
  'client-faults': ({ operations = '10000', seed = '1' }) =>
    clientFaults({ operations: whole(operations), share: 0.3, connections: 20, seed }),
  load: ({ seconds = '600', connections = '64', seed = '1' }) =>
    load({ seconds: whole(seconds), connections: whole(connections), seed, model: 'real' }),
  mail: ({ subscribers = '2000', days = '14', kills = '20', seed = '1' }) =>
    fortnight({ subscribers: whole(subscribers), days: whole(days), kills: whole(kills), unanswered: 6, seed }),
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string' },
    events: { type: 'string' },
    operations: { type: 'string' },
    seconds: { type: 'string' },
    connections: { type: 'string' },
    subscribers: { type: 'string' },
    days: { type: 'string' },
    kills: { type: 'string' },
    seed: { type: 'string' },
  },
});
const name = positionals[0] ?? '';
const soak = SOAKS[name];
if (!soak) {
  console.error(`No soak "${name}". Soaks: ${Object.keys(SOAKS).join(', ')}.`);
  process.exit(2);
}
const result = await soak(values);
const report = { soak: name, node: process.version, cores: availableParallelism(), ...result };
console.log(JSON.stringify(report));
await keepResult(name, report);
process.exit(result.ok ? 0 : 1);

function whole(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  console.error(`"${text}" is not a whole number above 0.`);
  process.exit(2);
}
