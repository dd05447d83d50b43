/**
 * Kills the server at random moments while profiles are written and webhooks tell of them, and
 * compares what came with what was acknowledged.
 *
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../packages/api/demo/seed/random.ts';
import { bundleWorker } from '../../packages/api/dev/bundle.ts';
import { type SoakServer, startSoakServer } from './server.ts';
import { type Acknowledged, compare } from './webhooks-kill-compare.ts';
import { startReceiver } from './webhooks-kill-receiver.ts';

export interface WebhooksKillOptions {
  /** Writes; each makes one event. */
  readonly events: number;
  readonly kills: number;
  readonly seed: string;
}

const WRITERS = 4;

/** Writes of one profile. */
const REVISIONS = 5;

const LIMIT = 1_000_000;
const CRON = '* * * * *';

/** The wait of a retry, and the lease of a process that was killed, end now rather than in a minute or a day. */
const MAKE_DUE = "UPDATE deliveries SET next_at = '' WHERE state = 'pending'";

const LEFT = `SELECT (SELECT count(*) FROM events WHERE dispatched_at IS NULL)
  + (SELECT count(*) FROM deliveries WHERE state = 'pending') AS pending,
  (SELECT count(*) FROM deliveries WHERE state = 'dead') AS dead`;

export async function webhooksKill({ events, kills, seed }: WebhooksKillOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'kopru-soak-'));
  const worker = await bundleWorker(join(folder, 'worker'), 'hash');
  const start = () => startSoakServer(worker, join(folder, 'storage'), { limit: LIMIT });
  const begun = Date.now();
  const steps = countSteps(momentsOf(kills, events, seed));
  const receiver = await startReceiver(createRandom(`${seed} faults`), () => steps.add('atMessage'));
  let server = await start();
  try {
    const key = (await server.ask({ action: 'hub', id: 'soak' })) as string;
    const hook = await call(server, key, 'POST', '/v1/webhooks', { url: receiver.url });
    const { id, secret } = (await hook.json()) as { id: string; secret: string };
    receiver.secret = secret;

    const acknowledged: Acknowledged[] = [];
    let written = false;
    const writing = Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        for (let i = writer; i < events; i += WRITERS) {
          acknowledged.push(await write(() => server, key, i));
          steps.add('atWrite');
        }
      }),
    ).finally(() => {
      written = true;
    });
    writing.catch(() => undefined);

    const killed: Record<Step, number> = { atMessage: 0, atWrite: 0 };
    let replayed = 0;
    /** Lets time run until nothing waits; what died of the faults is replayed as a hub would. */
    const deliverAll = async () => {
      for (;;) {
        await server.ask({ action: 'cron', cron: CRON });
        const over = written;
        const [left] = (await server.ask({ action: 'query', sql: LEFT })) as [{ pending: number; dead: number }];
        if (over && left.pending + left.dead === 0) return;
        if (over && left.pending === 0) {
          await call(server, key, 'POST', `/v1/webhooks/${id}/replay`);
          replayed += left.dead;
        } else if (over) await server.ask({ action: 'query', sql: MAKE_DUE });
        else await sleep(200);
      }
    };
    for (let i = 0; i < kills; i++) {
      const delivering = deliverAll().catch(() => undefined);
      const step = await Promise.race([steps.nextMoment(), delivering]);
      if (step) killed[step]++;
      await server.kill();
      await delivering;
      server = await start();
      await server.ask({ action: 'query', sql: MAKE_DUE });
    }
    await deliverAll();
    await writing;
    const { ok, ...found } = compare(acknowledged, receiver.messages);
    const seconds = Math.round((Date.now() - begun) / 1000);
    return { ok, events, kills: killed, seed, seconds, replayed, ...found };
  } finally {
    await server.kill();
    await receiver.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where a server is killed: as a message has come and before it is settled, or as a write is acknowledged. */
type Step = 'atMessage' | 'atWrite';

/** After how many steps of a kind servers are killed: every other time at a message, of which there are as many as writes or more. */
function momentsOf(kills: number, events: number, seed: string): Record<Step, number[]> {
  const random = createRandom(`${seed} moments`);
  const draw = (count: number) =>
    Array.from({ length: count }, () => random.next() * 0.95 * events).sort((a, b) => a - b);
  return { atMessage: draw(Math.ceil(kills / 2)), atWrite: draw(Math.floor(kills / 2)) };
}

/** Counts steps, and tells when the next moment has come. */
function countSteps(moments: Record<Step, number[]>) {
  const counts: Record<Step, number> = { atMessage: 0, atWrite: 0 };
  let check = (_: Step) => {};
  return {
    add(step: Step) {
      counts[step]++;
      check(step);
    },
    nextMoment: () =>
      new Promise<Step>((resolve) => {
        check = (step) => {
          if ((moments[step][0] ?? Number.POSITIVE_INFINITY) > counts[step]) return;
          moments[step].shift();
          check = () => {};
          resolve(step);
        };
      }),
  };
}

const call = ({ url }: SoakServer, key: string, method: string, path: string, body: object = {}) =>
  fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Writes one revision of one profile, again and again until it is acknowledged. */
async function write(server: () => SoakServer, key: string, i: number): Promise<Acknowledged> {
  const revision = Math.floor(i / WRITERS) % REVISIONS;
  // All revisions of a profile are one writer's, one after the other.
  const id = `s-${Math.floor(i / WRITERS / REVISIONS)}-${i % WRITERS}`;
  const body = { name: `Firma ${i}`, pitch: `Su sayğacları, ${i}.`, consent: { matching: true } };
  for (;;) {
    const answer = await call(server(), key, 'PUT', `/v1/startups/${id}`, body).catch(() => undefined);
    const text = await answer?.text().catch(() => undefined);
    if (!answer || text === undefined) await sleep(50);
    else if (!answer.ok) throw new Error(`A write was answered ${answer.status}: ${text}`);
    else {
      const { sequence } = JSON.parse(text) as { sequence: number };
      return { type: revision === 0 ? 'profile.created' : 'profile.updated', id, sequence };
    }
  }
}
