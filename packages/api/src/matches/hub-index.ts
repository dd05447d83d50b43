import { createMatchIndex, type MatchIndex } from '@kopru/sdk/engine';
import scan from '@kopru/sdk/engine/scan.wasm';
import { KIND_NAMES } from '@kopru/sdk/schema';
import { type ExchangeView, readView } from '../exchange/store.ts';
import type { Hub } from '../hubs/store.ts';
import { keepRecent } from '../lib/keep-recent.ts';
import { rowOrLog } from '../lib/row-or-log.ts';
import { readChanges } from '../profiles/changes-store.ts';
import { readDeletions } from '../profiles/store.ts';
import { loadSnapshot, type Source } from '../snapshots/load.ts';
import { catchUpPartner, dropCards, type HeldPartner, holdsPartner } from './partner-cards.ts';
import { lazySectors, type Model, storedEntry } from './stored-entry.ts';
import { isForeign } from './viewer.ts';
import { noteWritten } from './written.ts';

/** What an isolate holds of a hub: its profiles, and the cards of other hubs that it may see. */
interface HubIndex {
  readonly index: MatchIndex;
  /** Own profiles that were not written after this number are not in it; 0: all are. */
  readonly since: number;
  /** Every own write up to this number is in the index, and all that was true of the partners then. */
  sequence: number;
  readonly partners: Map<string, HeldPartner>;
  /** The catch-up at work. */
  work: Promise<void> | undefined;
  /** Counts what catch-ups have read, by which others see that one gets on. */
  steps: number;
}

/**
 * Bytes that an isolate holds of all hubs together, of its 128 MB: some 9,000 profiles. A hub that is larger is
 * held alone, and reaches 96 MB with 16,500 (`npm run bench -- memory`). While one is read, its rows or the parts
 * of its snapshot take up to 30 MB more.
 */
const MOST_HELD = 48_000_000;

/** After so many writes more an index of what was written since is begun anew: the others are no longer asked for. */
const MOST_SINCE = 5_000;

/** The indexes of this isolate, by hub and model, the one used last at the end. */
const ofIsolate = new Map<string, HubIndex>();

interface Holding {
  /**
   * Own profiles are there only if they were written after this number, and some of before: what Vectorize does
   * not find yet, beside the cards of partners. @default 0, all of them
   */
  readonly since?: number;
  /** Where indexes are held, by hub and model, the one used last at the end. @default in this isolate */
  readonly indexes?: Map<string, HubIndex>;
}

/** How long a request waits for a catch-up of another that does not get on, in milliseconds, before it does it itself. */
const PATIENCE = 2000;

/**
 * The hub's index, at least as new as D1 is now: what this isolate holds, caught up. Requests that
 * arrive while a catch-up runs wait for it rather than start their own, but not for ever: that of a
 * request which was cut off may never settle.
 */
export async function hubIndex(
  source: Source,
  hub: Pick<Hub, 'id'>,
  model: Model,
  waitUntil: (work: Promise<void>) => void,
  { since = 0, indexes = ofIsolate }: Holding = {},
): Promise<MatchIndex> {
  const key = `${hub.id} ${model.id}${since > 0 ? ' since' : ''}`;
  const known = indexes.get(key);
  const fits = known && known.since <= since && since - known.since <= MOST_SINCE;
  const held: HubIndex = (fits ? known : undefined) ?? {
    index: createMatchIndex(model, scan),
    since,
    sequence: since,
    partners: new Map(),
    work: undefined,
    steps: 0,
  };
  indexes.set(key, held);
  const view = await readView(source.db, hub.id);
  while (!isCurrent(held, view)) {
    if (held.work && (await settles(held, held.work))) continue;
    await begin(held, (isMine) => catchUp(source, hub.id, model, held, view, isMine), waitUntil);
  }
  keepRecent(indexes, key, ({ index }) => index.memoryBytes, MOST_HELD);
  return held.index;
}

/**
 * Makes a catch-up the one at work. It clears its own mark, whoever waits for it.
 *
 * @param run asks after each read whether the catch-up still is the one at work, by which others see that it gets on.
 */
function begin(
  held: HubIndex,
  run: (isMine: () => boolean) => Promise<void>,
  waitUntil: (work: Promise<void>) => void,
): Promise<void> {
  const work: Promise<void> = Promise.resolve()
    .then(() =>
      run(() => {
        if (held.work === work) held.steps++;
        return held.work === work;
      }),
    )
    .finally(() => {
      if (held.work === work) held.work = undefined;
    });
  held.work = work;
  waitUntil(work.catch(() => undefined));
  return work;
}

/**
 * Waits for the catch-up at work while it gets on. Its failure is its own request's to report.
 *
 * @returns false when it has not got on for as long as there is patience.
 */
async function settles(held: HubIndex, work: Promise<void>): Promise<boolean> {
  const end = () => true;
  for (;;) {
    const before = held.steps;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), PATIENCE);
    });
    const ended = await Promise.race([work.then(end, end), patience]);
    clearTimeout(timer);
    if (ended || held.work !== work) return true;
    if (held.steps === before) return false;
  }
}

/**
 * Whether the index holds at least what a view saw. Views are ordered by the hub's own sequence, which
 * every agreement and every corridor opened or closed counts up, then by the sequence of each partner,
 * so that an older view never undoes what a newer one withdrew.
 */
const isCurrent = (held: HubIndex, view: ExchangeView): boolean =>
  held.sequence > view.sequence ||
  (held.sequence === view.sequence &&
    held.partners.size === view.partners.length &&
    view.partners.every((partner) => holdsPartner(held.partners.get(partner.hub), partner)));

/**
 * Applies what was written since, to an index that is empty on what its snapshot has. The index then counts as new as the view and no newer: rows written
 * while the pages are read may be seen in part, and are read again next time. A catch-up that another
 * one was begun in place of changes nothing any more.
 */
async function catchUp(
  source: Source,
  hubId: string,
  model: Model,
  held: HubIndex,
  view: ExchangeView,
  isMine: () => boolean,
): Promise<void> {
  const { index } = held;
  const { db } = source;
  let from = held.sequence;
  if (from === 0) {
    forgetOwn(index);
    from = await loadSnapshot(source, hubId, model, (entries) => {
      if (!isMine()) return false;
      for (const { entry: plain, sequence } of entries) {
        const entry = lazySectors(plain);
        index.set(noteWritten(entry, sequence));
      }
      return true;
    });
    if (!isMine()) return;
  }
  for (let after: number | undefined = from; after !== undefined; ) {
    const changes: Awaited<ReturnType<typeof readChanges>> = await readChanges(db, hubId, model.id, after);
    if (!isMine()) return;
    for (const change of changes.profiles) {
      const { kind, id, vectors } = change;
      const entry = vectors && rowOrLog({ hub: hubId, kind, id }, () => storedEntry(change, vectors, model));
      if (entry) index.set(noteWritten(entry, change.sequence));
      else index.delete(kind, id);
    }
    after = changes.last;
  }
  const deleted = await readDeletions(db, hubId, from);
  if (!isMine()) return;
  for (const { kind, id } of deleted) index.delete(kind, id);

  const partners = new Set(view.partners.map(({ hub }) => hub));
  for (const [hub, known] of held.partners) {
    if (partners.has(hub)) continue;
    dropCards(index, known);
    held.partners.delete(hub);
  }
  for (const partner of view.partners) {
    if (isMine()) await catchUpPartner({ db, hubId, model, isMine }, held, partner);
  }
  if (isMine()) held.sequence = Math.max(held.sequence, view.sequence);
}

/**
 * Takes the hub's own profiles out of an index. A catch-up that was cut off may have read some of an older snapshot,
 * of which later deletions are no longer read.
 */
function forgetOwn(index: MatchIndex): void {
  for (const kind of KIND_NAMES) {
    for (const { profile } of [...index.all(kind)]) if (!isForeign(profile)) index.delete(kind, profile.id);
  }
}
