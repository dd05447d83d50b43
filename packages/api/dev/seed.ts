import type { D1Database } from '@cloudflare/workers-types';
import { createThreadedEmbedder } from '@kopru/model/threads';
import { embedProfiles, validateProfile } from '@kopru/sdk/engine';
import { actionPlanInputSchema, mayBeShown, type Profile } from '@kopru/sdk/schema';
import { type DemoProfile, demoProfiles } from '../demo/profiles.ts';
import { ACTION_PLAN } from '../demo/seed/action-plan.ts';
import { writeActionPlan } from '../src/action-plans/store.ts';
import { DEMO_HUB, DEMO_PLAN, hubOf, REGION } from '../src/demo/hub.ts';
import { findHub, insertHub } from '../src/hubs/store.ts';
import { makeKey } from '../src/keys/create.ts';
import { findCredential, insertKey } from '../src/keys/store.ts';
import { hashKey } from '../src/lib/keys.ts';
import { prepareProfile } from '../src/profiles/service.ts';
import { type PreparedProfile, writeStatements } from '../src/profiles/write-store.ts';
import { applyToProgrammes } from './seed-applications.ts';
import { openExchange } from './seed-exchange.ts';
import { readersOf } from './seed-readers.ts';

/** Profiles that are embedded before the progress is told again. */
const BATCH = 32;

/**
 * Fills the hubs of the demo, each with the profiles of its country, in one transaction unless they are there already,
 * and opens the exchange between them.
 *
 * @param onProgress is told how many of how many profiles are embedded.
 * @param profiles gives what the hubs are to hold. @default the corpus of this repository
 */
export async function seedDemo(
  db: D1Database,
  onProgress: (done: number, total: number) => void,
  profiles: () => readonly DemoProfile[] = demoProfiles,
): Promise<void> {
  if (await findHub(db, DEMO_HUB)) return;
  const entries = profiles().map(({ kind, id, profile }) => {
    const result = validateProfile(kind, profile);
    if (!result.ok) throw new Error(`demo ${kind} ${id}: ${JSON.stringify(result.issues)}`);
    const value = result.value as Profile;
    return { hub: hubOf(value.country), ...prepareProfile(kind, id, value) };
  });

  const now = new Date();
  const embedder = createThreadedEmbedder();
  const ready: (PreparedProfile & (typeof entries)[number])[] = [];
  try {
    while (ready.length < entries.length) {
      const batch = entries.slice(ready.length, ready.length + BATCH);
      const embedded = await embedProfiles(
        batch.map(({ normal }) => normal),
        embedder,
      );
      ready.push(...batch.map((entry, i) => ({ ...entry, embedded: embedded[i] as (typeof embedded)[number] })));
      onProgress(ready.length, entries.length);
    }
  } finally {
    await embedder.close();
  }
  const shown = ready.filter(({ normal }) => mayBeShown(normal));
  await db.batch([
    ...REGION.map(({ pipeline, ...hub }) =>
      insertHub(db, { ...hub, settings: { exchange: { enabled: true }, pipeline } }, now),
    ),
    ...REGION.flatMap(({ id }) => {
      const own = ready.filter(({ hub }) => hub.id === id);
      return own.length > 0 ? writeStatements(db, id, { kind: 'job', id: 'seed' }, own, now) : [];
    }),
    ...applyToProgrammes(db, ready, now),
    ...readersOf(db, ready, now),
    ...openExchange(
      db,
      shown.map(({ hub, normal: { kind, id } }) => ({ hub, kind, id })),
      now,
    ),
  ]);
  const plan = { id: DEMO_PLAN, version: 0, plan: actionPlanInputSchema.parse(ACTION_PLAN) };
  await writeActionPlan(db, DEMO_HUB, plan, { kind: 'job', id: 'seed' }, now);
}

/** The demo hub's secret key: the one given if it still opens the hub, otherwise a new one. */
export const demoKey = (db: D1Database, previous: string | undefined): Promise<string> =>
  keyFor(db, 'secret', DEMO_HUB, previous);

/** A key of the operator of this machine: the one given if it still works, otherwise a new one. */
export const operatorKey = (db: D1Database, previous: string | undefined): Promise<string> =>
  keyFor(db, 'operator', null, previous);

async function keyFor(
  db: D1Database,
  kind: 'secret' | 'operator',
  hubId: string | null,
  previous: string | undefined,
): Promise<string> {
  const now = new Date();
  const found = previous ? await findCredential(db, await hashKey(previous), now) : undefined;
  if (previous && found?.kind === kind && (found.hub?.id ?? null) === hubId) return previous;
  const { key, row } = await makeKey(kind, hubId, { name: 'Local server' });
  await insertKey(db, row, now).run();
  return key;
}
