import type { D1Database } from '@cloudflare/workers-types';
import { createThreadedEmbedder } from '@kopru/model/threads';
import { embedProfiles, validateProfile } from '@kopru/sdk/engine';
import type { Profile } from '@kopru/sdk/schema';
import { type DemoProfile, demoProfiles } from '../demo/profiles.ts';
import { DEMO_HUB } from '../src/demo/hub.ts';
import { findHub, insertHub } from '../src/hubs/store.ts';
import { makeKey } from '../src/keys/create.ts';
import { findCredential, insertKey } from '../src/keys/store.ts';
import { hashKey } from '../src/lib/keys.ts';
import { prepareProfile } from '../src/profiles/service.ts';
import { type PreparedProfile, writeStatements } from '../src/profiles/write-store.ts';
import { readersOf } from './seed-readers.ts';

/** Profiles that are embedded before the progress is told again. */
const BATCH = 32;

/**
 * Fills the demo hub, in one transaction, unless it is there already.
 *
 * @param onProgress is told how many of how many profiles are embedded.
 * @param profiles gives what the hub is to hold. @default the corpus of this repository
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
    return prepareProfile(kind, id, result.value as Profile);
  });

  const now = new Date();
  const embedder = createThreadedEmbedder();
  const ready: PreparedProfile[] = [];
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
  await db.batch([
    insertHub(db, { id: DEMO_HUB, name: 'Demo hub', country: 'AZ' }, now),
    ...writeStatements(db, DEMO_HUB, { kind: 'job', id: 'seed' }, ready, now),
    ...readersOf(db, DEMO_HUB, ready, now),
  ]);
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
