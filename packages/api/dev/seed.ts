import type { D1Database } from '@cloudflare/workers-types';
import { validateProfile } from '@kopru/sdk/engine';
import type { Profile } from '@kopru/sdk/schema';
import { demoProfiles } from '../demo/profiles.ts';
import { DEMO_HUB } from '../src/demo/hub.ts';
import { findHub, insertHub } from '../src/hubs/store.ts';
import { makeKey } from '../src/keys/create.ts';
import { findCredential, insertKey } from '../src/keys/store.ts';
import { hashKey } from '../src/lib/keys.ts';
import { prepareProfile } from '../src/profiles/service.ts';
import { putStatements } from '../src/profiles/store.ts';
import { embedInThreads } from './embed-pool.ts';

/**
 * Fills the demo hub from the corpus, in one transaction, unless it is there already.
 *
 * @param onProgress is told how many of how many profiles are embedded.
 */
export async function seedDemo(db: D1Database, onProgress: (done: number, total: number) => void): Promise<void> {
  if (await findHub(db, DEMO_HUB)) return;
  const entries = demoProfiles().map(({ kind, id, profile }) => {
    const result = validateProfile(kind, profile);
    if (!result.ok) throw new Error(`demo ${kind} ${id}: ${JSON.stringify(result.issues)}`);
    return prepareProfile(kind, id, result.value as Profile);
  });

  const now = new Date();
  const statements = [insertHub(db, { id: DEMO_HUB, name: 'Demo hub', country: 'AZ' }, now)];
  const bodies = new Map(entries.map(({ normal, body }) => [normal, body]));
  let done = 0;
  await embedInThreads([...bodies.keys()], (normal, embedded) => {
    statements.push(...putStatements(db, DEMO_HUB, bodies.get(normal) as string, embedded, now));
    onProgress(++done, entries.length);
  });
  await db.batch(statements);
}

/** The demo hub's secret key: the one given if it still opens the hub, otherwise a new one. */
export async function demoKey(db: D1Database, previous: string | undefined): Promise<string> {
  const now = new Date();
  if (previous && (await findCredential(db, await hashKey(previous), now))?.hub?.id === DEMO_HUB) return previous;
  const { key, row } = await makeKey('secret', DEMO_HUB, { name: 'npm start' });
  await insertKey(db, row, now).run();
  return key;
}
