import { sectors } from '@kopru/model/workerd';
import {
  createMatchIndex,
  type EmbeddedProfile,
  type MatchIndex,
  namesToEmbed,
  normaliseProfile,
  splitSentences,
  withSectors,
} from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import type { Hub, Queryable } from '../hubs/store.ts';
import { decodeVectors } from '../lib/vectors.ts';
import { type Changes, readChanges, readDeletions } from '../profiles/store.ts';

/** The model whose vectors an index holds. */
export interface Model {
  readonly id: string;
  readonly dimensions: number;
}

interface HubIndex {
  readonly index: MatchIndex;
  /** Every write up to this number is in the index. */
  sequence: number;
  catchingUp: Promise<void> | undefined;
}

/** The indexes of this isolate, by hub. */
const indexes = new Map<string, HubIndex>();

/**
 * The hub's index, at least as new as `hub.sequence`: what this isolate holds, caught up from D1.
 * Requests that arrive while a catch-up runs wait for it rather than start their own.
 */
export async function hubIndex(
  db: Queryable,
  hub: Hub,
  model: Model,
  waitUntil: (work: Promise<void>) => void,
): Promise<MatchIndex> {
  const key = `${hub.id} ${model.id}`;
  let held = indexes.get(key);
  if (!held) {
    held = { index: createMatchIndex(model), sequence: 0, catchingUp: undefined };
    indexes.set(key, held);
  }
  while (held.sequence < hub.sequence) {
    if (held.catchingUp) {
      // The failure of another request's catch-up is that request's to report.
      await held.catchingUp.catch(() => undefined);
      continue;
    }
    const work = catchUp(db, hub, model, held);
    held.catchingUp = work;
    waitUntil(work.catch(() => undefined));
    try {
      await work;
    } finally {
      held.catchingUp = undefined;
    }
  }
  return held.index;
}

/**
 * Applies what was written after `held.sequence`. The index then counts as new as the request's
 * sequence and no newer: rows written while the pages are read may be seen in part, and are read
 * again next time.
 */
async function catchUp(db: Queryable, hub: Hub, model: Model, held: HubIndex): Promise<void> {
  let after: number | undefined = held.sequence;
  while (after !== undefined) {
    const changes: Changes = await readChanges(db, hub.id, model.id, after);
    for (const change of changes.profiles) {
      const entry = embedded(change, model);
      if (entry) held.index.set(entry);
      else held.index.delete(change.kind, change.id);
    }
    after = changes.last;
  }
  for (const { kind, id } of await readDeletions(db, hub.id, held.sequence)) held.index.delete(kind, id);
  held.sequence = hub.sequence;
}

/** A stored profile with its vectors; none when they are of another model. */
function embedded(
  { kind, id, profile, vectors }: Changes['profiles'][number],
  model: Model,
): EmbeddedProfile | undefined {
  if (!vectors) return undefined;
  const normal = normaliseProfile(kind, id, profile, DEFAULT_RATES);
  const texts = splitSentences(normal.text);
  const names = namesToEmbed(normal);
  const found = decodeVectors(vectors.sentences, model.dimensions);
  // Vectors of sentences that are split in another way today would be evidence for the wrong words.
  const known =
    found.length === texts.length + names.length
      ? [...texts, ...names].map((text, i) => ({ text, vector: found[i]! }))
      : [];
  const entry = {
    profile: normal,
    model: model.id,
    windows: decodeVectors(vectors.windows, model.dimensions),
    sentences: known.slice(0, texts.length),
    names: known.slice(texts.length),
  };
  const mapper = sectors();
  return model.id === mapper.model ? withSectors(entry, mapper) : entry;
}
