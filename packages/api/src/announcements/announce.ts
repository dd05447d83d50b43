import { SEES_ALL, soughtBy } from '@kopru/sdk/engine';
import { KIND_NAMES } from '@kopru/sdk/schema';
import type { Bindings } from '../env.ts';
import { type ExchangeView, readView } from '../exchange/store.ts';
import type { Hub } from '../hubs/store.ts';
import { isGuardFailure } from '../lib/guard.ts';
import type { Queryable } from '../lib/queryable.ts';
import { BETWEEN } from '../mails/digest/due.ts';
import { wakeSubscribers } from '../mails/digest/store.ts';
import { readCards } from '../matches/card.ts';
import { readTuning } from '../matches/tuning.ts';
import { openSearch } from '../vectorize/search.ts';
import { beginCursor, type Cursor, moveCursor, readCursors, readWritten, type Written } from './cursor-store.ts';
import { keyOf, type Pair, pairFinder } from './pairs.ts';
import { keepPairs, knownPairs, markPairs } from './store.ts';

/** Profiles that are looked at between two writes of what was found; one where each list takes reads of its own. */
const CHUNK = 10;

/** What the chunks of one run over a hub have in common. */
interface Look {
  readonly db: Queryable;
  readonly hub: Hub;
  readonly find: ReturnType<typeof pairFinder>;
  readonly chunk: number;
  readonly now: Date;
}

/** How a run over a hub ended. */
interface Looked {
  readonly announced: number;
  /** Everything was looked at, or another run is about it. */
  readonly done: boolean;
}

/**
 * Looks at all that was written since the hub was last looked through, its own profiles and the cards
 * of its partners, and announces the matches that this brought. May be cut off after any statement:
 * what was found is kept in the batch that moves the cursor on.
 *
 * @param isOver asked before each chunk: whether the rest is left to another run.
 */
export async function announceMatches(
  env: Pick<Bindings, 'VECTORS' | 'CACHE'>,
  db: Queryable,
  hub: Hub,
  now: Date,
  isOver: () => boolean,
): Promise<Looked> {
  // Read before the index, which then holds at least what the view saw.
  const view = await readView(db, hub.id);
  const cursors = await openCursors(db, hub.id, view, now);
  const look = { db, hub, now, ...(await finderOf(env, db, hub)) };
  let announced = 0;
  try {
    for (const { source, version, sequence } of sourcesOf(hub.id, view)) {
      let stored = cursors.get(source);
      let at = stored?.version === version ? stored : { source, version, sequence: 0, quietUntil: 0 };
      while (at.sequence < sequence || at !== stored) {
        if (isOver()) return { announced, done: false };
        const quiet = at.sequence < at.quietUntil;
        const upTo = Math.min(sequence, quiet ? at.quietUntil : sequence);
        const written = await readWritten(db, hub.id, at, upTo, look.chunk);
        const to = { ...at, sequence: written.length < look.chunk ? upTo : (written.at(-1) as Written).sequence };
        announced += await lookAt(look, written, stored, to, quiet);
        stored = to;
        at = to;
      }
    }
  } catch (error) {
    // Another run looks at the same, or the hub hears of no matches any more.
    if (!isGuardFailure(error)) throw error;
  }
  return { announced, done: true };
}

/** Who writes what a hub's lists hold: first the hub itself. */
const sourcesOf = (hubId: string, { sequence, partners }: ExchangeView): Omit<Cursor, 'quietUntil'>[] => [
  { source: hubId, version: '', sequence },
  ...partners.map((partner) => ({ source: partner.hub, version: partner.version, sequence: partner.sequence })),
];

/**
 * The cursors of a hub. At first all that is there was there before: the hub's own profiles are looked
 * through quietly, which also finds their pairs with the cards of partners.
 */
async function openCursors(db: Queryable, hubId: string, view: ExchangeView, now: Date): Promise<Map<string, Cursor>> {
  const cursors = await readCursors(db, hubId);
  if (cursors.has(hubId)) return cursors;
  await db.batch(
    sourcesOf(hubId, view).map((source) => {
      const sequence = source.source === hubId ? 0 : source.sequence;
      return beginCursor(db, hubId, { ...source, sequence, quietUntil: source.sequence }, now);
    }),
  );
  return readCursors(db, hubId);
}

async function finderOf(
  env: Pick<Bindings, 'VECTORS' | 'CACHE'>,
  db: Queryable,
  hub: Hub,
): Promise<Pick<Look, 'find' | 'chunk'>> {
  const tuning = await Promise.all(
    KIND_NAMES.map(async (kind) => {
      const lists = await Promise.all(soughtBy(kind).map((sought) => readTuning(db, hub, kind, sought)));
      return [kind, lists] as const;
    }),
  );
  const search = await openSearch({ env, db, hub, waitUntil: () => undefined });
  return { find: pairFinder(search, new Map(tuning)), chunk: search.isWhole ? CHUNK : 1 };
}

/** Looks at some profiles and writes down what was found, all or nothing. @returns how many pairs were announced. */
async function lookAt(
  { db, hub, find, now }: Look,
  written: readonly Written[],
  from: Cursor | undefined,
  to: Cursor,
  quiet: boolean,
): Promise<number> {
  const [good, high] = [new Map<string, Pair>(), new Map<string, Pair>()];
  for (const profile of written) {
    const found = await find(profile);
    for (const pair of found.good) good.set(keyOf(pair), pair);
    for (const pair of found.high) high.set(keyOf(pair), pair);
  }
  const known = await knownPairs(db, hub.id, written);
  for (const pair of known) high.delete(keyOf(pair));
  const fresh = quiet ? [...high.values()] : await shownNow(db, hub, [...high.values()]);
  await db.batch([
    ...moveCursor(db, hub.id, from, to, now),
    markPairs(
      db,
      hub.id,
      known.filter((pair) => !pair.ceased && !good.has(keyOf(pair))),
      now,
    ),
    markPairs(
      db,
      hub.id,
      known.filter((pair) => pair.ceased && good.has(keyOf(pair))),
      null,
    ),
    ...keepPairs(db, hub.id, fresh, quiet, now),
    ...(quiet || fresh.length === 0 ? [] : [wakeSubscribers(db, hub.id, profilesOf(fresh), BETWEEN, now)]),
  ]);
  return quiet ? 0 : fresh.length;
}

const profilesOf = (pairs: readonly Pair[]) => pairs.flatMap(({ left, right }) => [left, right]);

/** Those pairs of which both may still be shown. */
async function shownNow(db: Queryable, hub: Hub, pairs: readonly Pair[]): Promise<Pair[]> {
  const card = await readCards(db, hub, profilesOf(pairs), SEES_ALL);
  return pairs.filter(({ left, right }) => card(left) && card(right));
}
