import type { Vectorize } from '@cloudflare/workers-types';
import { createMatchIndex, type EmbeddedProfile, type MatchIndex, pairingOf, weights } from '@kopru/sdk/engine';
import type { Queryable } from '../lib/queryable.ts';
import { rowOrLog } from '../lib/row-or-log.ts';
import type { Ref } from '../matches/card.ts';
import { type Model, storedEntry } from '../matches/stored-entry.ts';
import { isForeign } from '../matches/viewer.ts';
import { noteWritten } from '../matches/written.ts';
import type { Changes } from '../profiles/changes-store.ts';
import type { HubSearch, Near } from './hub-search.ts';
import { filterFor } from './layout.ts';
import { filtersFor, nearestKeys } from './nearest.ts';
import type { Space } from './space-store.ts';
import { profilesNamed, profilesOfKeys } from './vector-store.ts';

/** How many candidates are read from D1 at once: as many as a list of the isolate's index scores. */
const AT_ONCE = weights.POOL;

/** … and how often at most, where too few of them may stand in the list. */
const MOST_READS = 3;

/** Near misses that are taken over from what isolates hold; a list tells fewer. */
const MISSES = 20;

interface Found {
  readonly vectors: Vectorize;
  readonly db: Queryable;
  readonly model: Model;
  readonly space: Space;
  /** What the isolate holds of the hub: all that was written since queries see it, and the cards of partners. */
  readonly tail: MatchIndex;
}

/** The search of a hub whose profiles are in Vectorize. Whatever it shows was read from D1 for it. */
export function vectorSearch({ vectors, db, model, space, tail }: Found): HubSearch {
  const { hubId, namespace } = space;
  // A few hundred vectors are scanned as fast in JavaScript, which takes no memory that outlives the list.
  const empty = () => createMatchIndex(model, null);

  function add(index: MatchIndex, profiles: Changes['profiles']): void {
    for (const change of profiles) {
      const { kind, id, vectors: stored } = change;
      const entry = stored && rowOrLog({ hub: hubId, kind, id }, () => storedEntry(change, stored, model));
      if (entry) index.set(noteWritten(entry, change.sequence));
    }
  }

  async function addNamed(index: MatchIndex, refs: readonly Ref[]): Promise<void> {
    for (const { kind, id } of refs.filter(isForeign)) addHeld(index, { kind, id });
    const own = refs.filter((ref) => !isForeign(ref));
    if (own.length > 0) add(index, await profilesNamed(db, hubId, model.id, own));
  }

  function addHeld(index: MatchIndex, { kind, id }: Ref): void {
    const entry = tail.get(kind, id);
    if (entry) index.set(entry);
  }

  /** Of what the isolate holds, what could stand in the list. */
  function addTail(index: MatchIndex, subject: EmbeddedProfile, asked: Near): void {
    const { kind, misses = false, weights: of } = asked;
    const accept = asked.accept?.(tail);
    const scored = tail.scores(subject, { kind, weights: of, ...(accept && { accept }) });
    for (const { id } of scored) addHeld(index, { kind, id });
    if (!misses) return;
    for (const { id } of tail.match(subject, { kind, limit: 0, rejected: MISSES }).rejected)
      addHeld(index, { kind, id });
  }

  return {
    isWhole: false,

    async of(refs) {
      const index = empty();
      await addNamed(index, refs);
      return index;
    },

    async near(subject, asked) {
      const { kind, weights: of, need, misses = false, country, known = [] } = asked;
      const { profile, windows } = subject;
      const index = empty();
      if (profile.id !== '') index.set(subject);
      addTail(index, subject, asked);
      await addNamed(index, known);
      const sought = { kind, pairing: pairingOf(profile.kind, kind), subject: profile, country };
      const filters = filtersFor(sought, windows.length);
      if (misses) filters.push(filterFor({ kind, subject: profile, country }));
      const keys = await nearestKeys(vectors, namespace, windows, filters);
      for (let at = 0; at < Math.min(keys.length, MOST_READS * AT_ONCE); at += AT_ONCE) {
        add(index, await profilesOfKeys(db, { hubId, namespace, model: model.id }, keys.slice(at, at + AT_ONCE)));
        const accept = asked.accept?.(index);
        const eligible = index.scores(subject, { kind, weights: of, ...(accept && { accept }) });
        if (eligible.length >= need) break;
      }
      return index;
    },

    whole: async () => undefined,
  };
}
