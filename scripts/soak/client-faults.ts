/**
 * The client writes through a proxy that drops, delays, truncates and refuses. In the end each write is
 * there, and was done once: the audit log has one line for each.
 *
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isKopruError, Kopru } from '@kopru/sdk';
import { createRandom } from '../../packages/api/demo/seed/random.ts';
import { bundleWorker } from '../../packages/api/dev/bundle.ts';
import { PATIENCE, startFaultyProxy } from './faulty-proxy.ts';
import { type SoakServer, startSoakServer } from './server.ts';

export interface ClientFaultsOptions {
  readonly operations: number;
  /** Share of the requests that go wrong, in [0,1). */
  readonly share: number;
  readonly connections: number;
  readonly seed: string;
}

const HUB = 'soak';

/** Nothing here asks to meet: no event is sent anywhere. */
const UNHEARD = ['introduction.requested'] as const;

/** A write, and the line that it leaves in the audit log. */
interface Write {
  readonly action: string;
  readonly run: (kopru: Kopru) => PromiseLike<unknown>;
}

const ACTIONS = ['profile.created', 'profile.updated', 'profile.deleted', 'webhook.created', 'consent.given'] as const;
type Action = (typeof ACTIONS)[number];

const ofOwner = (id: string) => ({
  name: `Owner ${id}`,
  pitch: 'Topraq nəmliyi sensorları.',
  consent: { matching: true },
});

/** What one connection writes, one after another: a mix of what a hub's server does. */
function* writesOf(connection: number, count: number, seed: string): Generator<Write> {
  const random = createRandom(`${seed} ${connection}`);
  const own = `owner-${connection}`;
  const deletable: string[] = [];
  yield { action: 'profile.created', run: (kopru) => kopru.startups.upsert(own, ofOwner(own)) };
  for (let i = 1; i < count; i++) {
    const name = `${connection}-${i}`;
    const action: Action = random.pick(ACTIONS);
    if (action === 'profile.updated') {
      yield { action, run: (kopru) => kopru.startups.update(own, { website: `https://hub.example/${name}` }) };
    } else if (action === 'webhook.created') {
      yield {
        action,
        run: (kopru) => kopru.webhooks.create({ url: `https://hub.example/${name}`, events: [...UNHEARD] }),
      };
    } else if (action === 'consent.given') {
      const consent = {
        hubs: 'all',
        text: { version: name, language: 'az' },
        givenBy: 'Owner',
        method: 'form',
      } as const;
      yield { action, run: (kopru) => kopru.consents.record({ kind: 'startup', id: own }, consent) };
    } else if (action === 'profile.deleted' && deletable.length > 0) {
      const id = deletable.pop() as string;
      yield { action, run: (kopru) => kopru.startups.delete(id) };
    } else {
      deletable.push(name);
      yield { action: 'profile.created', run: (kopru) => kopru.startups.upsert(name, ofOwner(name)) };
    }
  }
}

export async function clientFaults({ operations, share, connections, seed }: ClientFaultsOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'kopru-soak-'));
  const worker = await bundleWorker(join(folder, 'worker'), 'hash');
  const server = await startSoakServer(worker, join(folder, 'storage'), { limit: 1_000_000 });
  const proxy = await startFaultyProxy(server.url, share, createRandom(`${seed} faults`));
  try {
    let attempts = 0;
    const kopru = new Kopru({
      apiKey: (await server.ask({ action: 'hub', id: HUB })) as string,
      baseUrl: proxy.url,
      timeout: PATIENCE,
      maxRetries: 200,
      logger: () => attempts++,
    });
    const done: Record<string, number> = {};
    const failed: string[] = [];
    await Promise.all(
      Array.from({ length: connections }, async (_, connection) => {
        for (const { action, run } of writesOf(connection, Math.floor(operations / connections), seed)) {
          const failure = await Promise.resolve(run(kopru)).then(
            () => undefined,
            // Done at first; the answer held a secret, which is shown once and was lost.
            (error) => (isKopruError(error, 'idempotency_answer_not_kept') ? undefined : `${action}: ${error}`),
          );
          if (failure) failed.push(failure);
          else done[action] = (done[action] ?? 0) + 1;
        }
      }),
    );
    const found = await foundIn(server);
    const count = (pick: (done: number, found: number) => number) =>
      ACTIONS.reduce((sum, action) => sum + Math.max(0, pick(done[action] ?? 0, found[action] ?? 0)), 0);
    const lost = count((done, found) => done - found);
    const doubled = count((done, found) => found - done);
    return {
      ok: lost === 0 && doubled === 0 && failed.length === 0,
      operations: Object.values(done).reduce((a, b) => a + b, 0),
      lost,
      doubled,
      failed,
      attempts,
      faults: proxy.faults,
      done,
      seed,
    };
  } finally {
    await proxy.stop();
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

/** How often each thing was done, as the audit log has it. */
async function foundIn(server: SoakServer): Promise<Readonly<Record<string, number>>> {
  const sql = `SELECT action, count(*) AS times FROM audit WHERE hub_id = '${HUB}' GROUP BY action`;
  const rows = (await server.ask({ action: 'query', sql })) as { readonly action: string; readonly times: number }[];
  return Object.fromEntries(rows.map(({ action, times }) => [action, times]));
}
