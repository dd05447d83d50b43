/**
 * Where the lists of a hub are found: in the index that an isolate holds of all of it, or, of a hub that is too
 * large for one, in an index made for a list. Its candidates are the nearest by Vectorize, as D1 has them now,
 * what was written since queries see it, and the cards of partners; the engine gates and scores them as ever.
 *
 * @module
 */
import { MODEL } from '@kopru/model/workerd';
import type { EmbeddedProfile, MatchIndex, NormalProfile, ScoreOptions } from '@kopru/sdk/engine';
import type { Kind } from '@kopru/sdk/schema';
import type { Bindings } from '../env.ts';
import { ApiError } from '../errors.ts';
import type { Hub } from '../hubs/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import type { Ref } from '../matches/card.ts';
import { hubIndex } from '../matches/hub-index.ts';
import { GROWN } from './choice.ts';
import { namespaceOf } from './layout.ts';
import { countProfiles, readSpace, type Space } from './space-store.ts';
import { vectorSearch } from './vector-search.ts';

/** What a list needs of the index that is made for it. */
export interface Near extends Omit<ScoreOptions, 'accept'> {
  readonly kind: Kind;
  /** Which candidates the list may hold; it may ask the index when each was written. */
  readonly accept?: (index: MatchIndex) => ((candidate: NormalProfile) => boolean) | undefined;
  /** How many of them are enough. */
  readonly need: number;
  /** The list tells near misses too. @default false */
  readonly misses?: boolean;
  /** Where candidates have to be. @default anywhere */
  readonly country?: string | undefined;
  /** Candidates that are known by their names. @default none */
  readonly known?: readonly Ref[] | undefined;
}

export interface HubSearch {
  /** One index holds all, so that many lists cost no more reads than one. */
  readonly isWhole: boolean;
  /** An index that holds those of some profiles that are there: of the hub, and cards that it may see. */
  of(refs: readonly Ref[]): Promise<MatchIndex>;
  /** An index whose list for a profile is the hub's. */
  near(subject: EmbeddedProfile, asked: Near): Promise<MatchIndex>;
  /** The index of all; undefined where no isolate holds it. */
  whole(): Promise<MatchIndex | undefined>;
}

/**
 * Most writes that queries do not see yet and that isolates hold beside: 35 MB of them, and ten minutes of eight
 * writes a second.
 */
const MOST_BEHIND = 5_000;

/** What a search is opened for. */
export interface Opening {
  readonly env: Pick<Bindings, 'VECTORS'>;
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
  if (!env.VECTORS || !space || !(await isUsable(db, hub, space))) {
    const index = await hubIndex(db, hub, MODEL, waitUntil);
    return { isWhole: true, of: async () => index, near: async () => index, whole: async () => index };
  }
  const tail = await hubIndex(db, hub, MODEL, waitUntil, space.visible);
  return vectorSearch({ vectors: env.VECTORS, db, model: MODEL, space, tail });
}

async function isUsable(db: Queryable, hub: Opening['hub'], { state, visible }: Space): Promise<boolean> {
  if (state !== 'on') return false;
  if (hub.sequence - visible <= MOST_BEHIND) return true;
  if ((await countProfiles(db, hub.id, GROWN + 1)) > GROWN) throw new TooFarBehind();
  return false;
}
