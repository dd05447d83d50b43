/**
 * Brings what a hub wrote into Vectorize. Each step may be cut off anywhere and done again: what is sent is
 * noted in D1 before, and the cursor moves after.
 *
 * @module
 */
import type { Vectorize, VectorizeVector } from '@cloudflare/workers-types';
import { type NormalProfile, normaliseProfile, type Vector } from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import { mayBeShown } from '@kopru/sdk/schema';
import type { Queryable } from '../lib/queryable.ts';
import { rowOrLog } from '../lib/row-or-log.ts';
import { decodeVectors } from '../lib/vectors.ts';
import type { Model } from '../matches/stored-entry.ts';
import { type Changes, readChanges } from '../profiles/changes-store.ts';
import { readDeletions } from '../profiles/store.ts';
import { markerId, metadataOf, vectorId, vectorKey } from './layout.ts';
import { DELETE_BATCH, UPSERT_BATCH } from './limits.ts';
import { type Claimed, deleteSpace, guardClaimed, moveSpace } from './space-store.ts';
import { keepNoted, notedVectors, noteVectors, type SentVectors, someVectors } from './vector-store.ts';

/** Most deletions of one step, and most profiles of one step that empties a space. */
const AT_ONCE = 500;

/** What a step works with. */
export interface Sync {
  readonly db: Queryable;
  readonly vectors: Vectorize;
  readonly model: Model;
  /** @throws when the time of the run is over, so that a late call changes nothing under another run. */
  readonly assertMine: () => void;
}

/** A profile as it is to stand in Vectorize. */
interface Standing extends SentVectors {
  readonly normal: NormalProfile;
  readonly of: readonly Vector[];
}

/**
 * Sends the next page of writes and deletions. @returns the space as it is then; `isDone`: there is no more.
 * A profile that may not be shown has no vector there.
 */
export async function sendPage(sync: Sync, space: Claimed): Promise<{ space: Claimed; isDone: boolean }> {
  const { db, model } = sync;
  const { hubId, namespace, sent } = space;
  const page = await readChanges(db, hubId, model.id, sent);
  const found = await readDeletions(db, hubId, sent, AT_ONCE);
  const end = page.last ?? Math.max(sent, space.hubSequence ?? 0);
  // A page of deletions that is full says nothing of those behind it.
  const upTo = found.length === AT_ONCE ? Math.min(end, found.at(-1)?.sequence ?? end) : end;
  const deleted = found.filter(({ sequence }) => sequence <= upTo);
  const standing = await Promise.all(page.profiles.map((change) => standingOf(change, space, model)));
  const isMoved = standing.length > 0 || deleted.length > 0;

  if (isMoved) {
    await db.batch([
      guardClaimed(db, space),
      noteVectors(
        db,
        namespace,
        standing.filter(({ windows }) => windows > 0),
      ),
    ]);
    await send(sync, namespace, standing);
    const left = new Map([
      ...deleted.map((ref) => [nameOf(ref), 0] as const),
      ...standing.map((it) => [nameOf(it), it.windows] as const),
    ]);
    // What was deleted after its page was read is gone, whatever the page says.
    for (const ref of deleted) left.set(nameOf(ref), 0);
    const noted = await notedVectors(db, namespace, [...deleted, ...standing]);
    await forget(
      sync,
      space,
      noted.flatMap((it) => ({ ...it, left: Math.min(it.windows, left.get(nameOf(it)) ?? 0) })),
    );
  }
  // Where nothing is on its way, what changed nothing in Vectorize is seen at once.
  const isQuiet = !isMoved && space.visible === sent;
  const next: Claimed = { ...space, sent: upTo, ...(isQuiet && { marked: upTo, visible: upTo }) };
  await db.batch([guardClaimed(db, space), moveSpace(db, namespace, next)]);
  return { space: next, isDone: page.last === undefined && upTo === end };
}

async function standingOf(
  change: Changes['profiles'][number],
  { hubId, namespace }: Claimed,
  model: Model,
): Promise<Standing> {
  const { kind, id, vectors } = change;
  const key = await vectorKey(namespace, { kind, id });
  const read = rowOrLog({ hub: hubId, kind, id }, () => ({
    normal: normaliseProfile(kind, id, change.profile, DEFAULT_RATES),
    of: vectors ? decodeVectors(vectors.windows, model.dimensions) : [],
  }));
  const shown = read && mayBeShown(read.normal) ? read.of : [];
  return { kind, id, key, windows: shown.length, normal: read?.normal as NormalProfile, of: shown };
}

const nameOf = ({ kind, id }: Pick<SentVectors, 'kind' | 'id'>): string => `${kind} ${id}`;

async function send({ vectors, assertMine }: Sync, namespace: string, standing: readonly Standing[]): Promise<void> {
  const all = standing.flatMap(({ key, normal, of }) => {
    const metadata = of.length > 0 ? metadataOf(normal, key) : {};
    return of.map((vector, i): VectorizeVector => {
      return { id: vectorId(key, i), namespace, values: Float32Array.from(vector), metadata };
    });
  });
  for (let at = 0; at < all.length; at += UPSERT_BATCH) {
    assertMine();
    await vectors.upsert(all.slice(at, at + UPSERT_BATCH));
  }
}

/** Deletes the vectors of profiles beyond those that are left. */
async function forget(sync: Sync, space: Claimed, noted: readonly (SentVectors & { left: number })[]): Promise<void> {
  const { db, vectors, assertMine } = sync;
  const fewer = noted.filter(({ windows, left }) => windows > left);
  const ids = fewer.flatMap(({ key, windows, left }) =>
    Array.from({ length: windows - left }, (_, i) => vectorId(key, left + i)),
  );
  for (let at = 0; at < ids.length; at += DELETE_BATCH) {
    assertMine();
    await vectors.deleteByIds(ids.slice(at, at + DELETE_BATCH));
  }
  if (fewer.length === 0) return;
  const left = fewer.map((it) => ({ ...it, windows: it.left }));
  await db.batch([guardClaimed(db, space), ...keepNoted(db, space.namespace, left)]);
}

/** Deletes some of the vectors of a space, and at last the space. @returns whether it is gone. */
export async function emptyPage(sync: Sync, space: Claimed): Promise<boolean> {
  const { db, vectors, assertMine } = sync;
  const some = await someVectors(db, space.namespace, AT_ONCE);
  await forget(
    sync,
    space,
    some.map((it) => ({ ...it, left: 0 })),
  );
  if (some.length === AT_ONCE) return false;
  assertMine();
  await vectors.deleteByIds([markerId(space.namespace)]);
  await db.batch([guardClaimed(db, space), deleteSpace(db, space.namespace)]);
  return true;
}
