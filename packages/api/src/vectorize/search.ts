/**
 * Where the lists of a hub are found: in the index that an isolate holds of all of it, or, of a hub that is too
 * large for one, in an index made for a list. Its candidates are the nearest by Vectorize, as D1 has them now,
 * what was written since queries see it, and the cards of partners; the engine gates and scores them as ever.
 *
 * @module
 */
import { MODEL } from '@kopru/model/workerd';
import type { Bindings } from '../env.ts';
import { ApiError } from '../errors.ts';
import type { Hub } from '../hubs/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import { hubIndex } from '../matches/hub-index.ts';
import { GROWN } from './choice.ts';
import type { HubSearch } from './hub-search.ts';
import { namespaceOf } from './layout.ts';
import { countProfiles, readSpace, type Space } from './space-store.ts';
import { vectorSearch } from './vector-search.ts';

/**
 * Most writes that queries do not see yet and that isolates hold beside: 35 MB of them, and ten minutes of eight
 * writes a second.
 */
const MOST_BEHIND = 5_000;

/** Most profiles of a hub that an isolate holds: with them it reaches 96 of its 128 MB (`npm run bench -- memory`). */
const MOST_HELD = 16_500;

/** What a search is opened for. */
export interface Opening {
  readonly env: Pick<Bindings, 'VECTORS' | 'CACHE'>;
  readonly db: Queryable;
  readonly hub: Pick<Hub, 'id' | 'sequence'>;
  readonly waitUntil: (work: Promise<void>) => void;
}

/** A hub that has written more than its lists have taken up, and is too large for an isolate. It passes by itself. */
export class TooFarBehind extends ApiError {
  /** Seconds after which it is worth asking again. */
  readonly retryAfter = 30;
  constructor() {
    super('rate_limited', 'Many profiles of this hub were just written; its lists take them up within minutes.');
  }
}

/** @throws {TooFarBehind} */
export async function openSearch({ env, db, hub, waitUntil }: Opening): Promise<HubSearch> {
  const space = env.VECTORS && (await readSpace(db, hub.id, await namespaceOf(hub.id, MODEL.id)));
  const source = { db, cache: env.CACHE };
  if (env.VECTORS && space?.state !== 'on') await assertHeld(db, hub);
  if (!env.VECTORS || !space || !(await isUsable(db, hub, space))) {
    const index = await hubIndex(source, hub, MODEL, waitUntil);
    return { isWhole: true, of: async () => index, near: async () => index, whole: async () => index };
  }
  const tail = await hubIndex(source, hub, MODEL, waitUntil, { since: space.visible });
  return vectorSearch({ vectors: env.VECTORS, db, model: MODEL, space, tail });
}

/** Until Vectorize has all of it, an isolate holds the hub: one that cannot would be ended by it. */
async function assertHeld(db: Queryable, { id, sequence }: Opening['hub']): Promise<void> {
  if (sequence > MOST_HELD && (await countProfiles(db, id, MOST_HELD + 1)) > MOST_HELD) throw new TooFarBehind();
}

async function isUsable(db: Queryable, hub: Opening['hub'], { state, visible }: Space): Promise<boolean> {
  if (state !== 'on') return false;
  if (hub.sequence - visible <= MOST_BEHIND) return true;
  if ((await countProfiles(db, hub.id, GROWN + 1)) > GROWN) throw new TooFarBehind();
  return false;
}
