import { ApiError } from '../errors.ts';
import { erasedSince } from '../events/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import { seal, unseal } from '../lib/seal.ts';
import { DAY } from '../lib/time.ts';
import { EXPORTERS } from './exports.ts';

/** How far an export has come: its own beginning, the rows so far, and the last one by type and key. */
export interface Place {
  readonly exportedAt: string;
  /** Number of the last event before it began. */
  readonly event: number;
  readonly rows: number;
  readonly type: string;
  readonly key: string;
}

/** Writes and reads the cursors of one hub's exports. They are sealed, so that nobody makes one. */
export interface Cursors {
  write(place: Place): Promise<string>;
  /** @throws on a text that {@link write} did not give for this hub and the same order of types. */
  read(cursor: string): Promise<Place>;
}

export function exportCursors(keyring: string, hubId: string): Cursors {
  // A deployment that exports more, or in another order, would go on at another place.
  const context = `export:${hubId}:${EXPORTERS.map(({ type }) => type)}`;
  return {
    write: (place) => seal(keyring, context, JSON.stringify(place)),
    read: async (cursor) => JSON.parse(await unseal(keyring, context, cursor)),
  };
}

/** How long an export goes on after it began; events are kept for longer. */
const GOES_ON = DAY;

/**
 * Where an export goes on. What the reader has already is not taken back: so it does not go on once a profile of
 * the hub was erased, even if it was written again.
 *
 * @throws {ApiError} `invalid_request` when it cannot go on, with the rule `cursor`, `expired` or `erased`.
 */
export async function readPlace(
  db: Queryable,
  hubId: string,
  cursors: Cursors,
  cursor: string,
  now: Date,
): Promise<Place> {
  const place = await cursors.read(cursor).catch(() => undefined);
  if (!place) throw endOf('cursor', 'must be that of an export of this hub');
  if (now.getTime() - Date.parse(place.exportedAt) > GOES_ON)
    throw endOf('expired', 'must be of an export that began within a day');
  if (await erasedSince(db, hubId, place.event))
    throw endOf('erased', 'must be of an export since whose beginning no profile was erased');
  return place;
}

const endOf = (rule: string, message: string): ApiError =>
  new ApiError('invalid_request', `cursor ${message}; begin anew without it.`, [
    { in: 'query', path: '/cursor', rule, message, received: 'string' },
  ]);
