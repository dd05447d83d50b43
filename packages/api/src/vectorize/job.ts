import { MODEL } from '@kopru/model/workerd';
import { ring } from '../jobs/doorbell.ts';
import type { Job } from '../jobs/job.ts';
import { isGuardFailure } from '../lib/guard.ts';
import { logFailure } from '../lib/log-failure.ts';
import type { Queryable } from '../lib/queryable.ts';
import { belongsInVectorize, GROWN, SHRUNK } from './choice.ts';
import { namespaceOf } from './layout.ts';
import { seenMarker, sendMarker } from './marker.ts';
import {
  type Claimed,
  claimSpace,
  fillSpace,
  guardClaimed,
  hubsBySize,
  leaveSpaces,
  moveSpace,
  releaseSpace,
} from './space-store.ts';
import { emptyPage, type Sync, sendPage } from './sync.ts';

/** After so many milliseconds a run leaves the rest to the next one … */
const RUN = 20_000;
/** … and after so many pages: each takes some seven queries, and an invocation has a thousand. */
const MOST_PAGES = 60;
/** So long nobody else takes a space. A call that is still under way then was cut off. */
const LEASE = 120_000;
/** A space that fills is taken for full when it is behind by no more than so many writes. */
const NEARLY = 500;

/** Decides hub by hub, by its size, whether Vectorize finds the candidates of its lists. */
export const chooseIndexes: Job = {
  every: 'hourly',
  async run({ env, db }) {
    if (!env.VECTORS) return;
    await chooseSpaces(db, { grown: GROWN, shrunk: SHRUNK });
    await ring(env, 'sync-vectors');
  },
};

/** @param bounds as in `choice.ts`; a test has smaller ones. */
export async function chooseSpaces(db: Queryable, { grown, shrunk }: { grown: number; shrunk: number }): Promise<void> {
  for (const { id, profiles, spaces } of await hubsBySize(db, { least: grown, most: grown })) {
    const namespace = await namespaceOf(id, MODEL.id);
    const stays = belongsInVectorize(profiles, spaces.length > 0, { grown, shrunk });
    if (stays && spaces.length === 1 && spaces[0] === namespace) continue;
    await db.batch(stays ? [fillSpace(db, id, namespace), leaveSpaces(db, id, namespace)] : [leaveSpaces(db, id)]);
  }
}

/** Brings what hubs wrote into Vectorize, and takes out what is to leave it. */
export const syncVectors: Job = {
  every: 'minutely',
  async run({ env, db, now }) {
    const { VECTORS: vectors } = env;
    if (!vectors) return;
    const begun = Date.now();
    const clock = () => new Date(now.getTime() + Date.now() - begun);
    const done: string[] = [];
    let pages = 0;
    const isOver = () => pages >= MOST_PAGES || Date.now() - begun > RUN;
    let more = false;
    while (!isOver()) {
      const until = new Date(clock().getTime() + LEASE);
      const space = await claimSpace(db, { lease: crypto.randomUUID(), now: clock(), until, but: done });
      if (!space) break;
      done.push(space.namespace);
      const assertMine = () => {
        if (clock() >= until) throw new Error('the lease of a space is over');
      };
      try {
        const sync = { db, vectors, model: MODEL, assertMine };
        more = (await workOn(sync, space, () => ++pages > MOST_PAGES || isOver())) || more;
      } catch (error) {
        // Another run has taken it over, or it was filled or emptied anew.
        if (!isGuardFailure(error)) logFailure({ job: 'sync-vectors', hub: space.hubId }, error);
      } finally {
        await releaseSpace(db, space, clock()).run();
      }
    }
    if (more || isOver()) await ring(env, 'sync-vectors');
  },
};

/** @returns whether something is left that need not wait for Vectorize. */
async function workOn(sync: Sync, claimed: Claimed, isOver: () => boolean): Promise<boolean> {
  const { db, vectors, model } = sync;
  if (claimed.state === 'leaving' || claimed.hubSequence === null) {
    while (!isOver()) if (await emptyPage(sync, claimed)) return false;
    return true;
  }
  let space = claimed;
  let isDone = false;
  while (!isDone && !isOver()) ({ space, isDone } = await sendPage(sync, space));
  if (space.marked < space.sent) {
    await sendMarker(vectors, model, space);
    space = { ...space, marked: space.sent };
  }
  const seen = space.visible < space.marked ? await seenMarker(vectors, model, space) : undefined;
  const visible = Math.max(space.visible, seen ?? 0);
  const isFull = isDone && space.sent - visible <= NEARLY && visible > 0;
  const state = space.state === 'filling' && isFull ? 'on' : space.state;
  await db.batch([guardClaimed(db, space), moveSpace(db, space.namespace, { ...space, visible, state })]);
  return !isDone;
}
