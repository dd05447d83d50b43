import { EXPORT_FORMAT, type Kind } from '@kopru/sdk/schema';
import { type Actor, record } from '../audit/record.ts';
import { auditOfProfile } from '../audit/store.ts';
import { lastEvent } from '../events/store.ts';
import type { Hub } from '../hubs/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import type { Cursors, Place } from './export-cursor.ts';
import { EXPORTERS } from './exports.ts';
import { getProfile } from './store.ts';

/** Rows that are read at once, unless their exporter says how many. */
const PAGE = 500;

/** Most pages of one answer: with a query each, they stay well below the thousand that a request has. */
const PAGES = 400;

/**
 * Everything that a hub owns, as lines of JSON: a header, one line a row, and an end without which
 * the export was cut off. Each row is as it stood when its page was read. After a full page stands a cursor,
 * from which the export goes on; a long one ends with a cursor. Pages go by keys that no write changes: what is
 * there all the time comes once, however often it is cut; what is made meanwhile comes or not.
 *
 * @param from where an earlier answer ended, which had the header.
 */
async function* exportLines(
  db: Queryable,
  hub: Hub,
  cursors: Cursors,
  from: Place | undefined,
  now: Date,
): AsyncGenerator<string> {
  const { exportedAt, event } = from ?? { exportedAt: now.toISOString(), event: await lastEvent(db) };
  if (!from) {
    yield line({ type: 'export', format: EXPORT_FORMAT, hub: hub.id, exportedAt });
    yield line({ type: 'hub', data: hub });
  }
  let rows = from?.rows ?? 1;
  let pages = 0;
  const begun = EXPORTERS.findIndex(({ type }) => type === from?.type);
  for (const { type, page, atOnce = PAGE } of EXPORTERS.slice(Math.max(begun, 0))) {
    let after = type === from?.type ? from.key : undefined;
    for (;;) {
      const found = await page(db, hub.id, after, atOnce);
      if (found.length > 0) yield found.map(({ data }) => line({ type, data })).join('');
      rows += found.length;
      after = found.at(-1)?.key;
      if (found.length < atOnce || after === undefined) break;
      yield line({ type: 'cursor', cursor: await cursors.write({ exportedAt, event, rows, type, key: after }), rows });
      if (++pages === PAGES) return;
    }
  }
  yield line({ type: 'end', rows });
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** The export of a hub as bytes, of which one page is held at a time: see {@link exportLines}. */
export function exportStream(...what: Parameters<typeof exportLines>): ReadableStream<Uint8Array> {
  const lines = exportLines(...what);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}

/** What a hub keeps about a profile besides itself, by the type of the export's lines; also of one that is only in an upload yet. */
async function recordsOf(db: Queryable, hubId: string, kind: Kind, id: string): Promise<Record<string, unknown[]>> {
  const records: Record<string, unknown[]> = {};
  for (const { type, ofProfile } of EXPORTERS) {
    if (ofProfile) records[type] = [...(await ofProfile(db, hubId, kind, id))];
  }
  return records;
}

const isEmpty = (records: Record<string, unknown[]>): boolean =>
  Object.values(records).every(({ length }) => length === 0);

/** Whether a hub keeps anything about a profile besides itself and what its audit log says. */
export const holdsRecords = async (db: Queryable, hubId: string, kind: Kind, id: string): Promise<boolean> =>
  !isEmpty(await recordsOf(db, hubId, kind, id));

/** Everything that a hub keeps about one profile, which is on record then; undefined when it keeps nothing. */
export async function exportProfile(
  db: Queryable,
  hubId: string,
  actor: Actor,
  { kind, id }: { readonly kind: Kind; readonly id: string },
  now: Date,
) {
  const profile = (await getProfile(db, hubId, kind, id)) ?? null;
  const records = await recordsOf(db, hubId, kind, id);
  if (!profile && isEmpty(records)) return undefined;
  await record(db, hubId, actor, { action: 'profile.exported', subject: { kind, id } }, now).run();
  return {
    format: EXPORT_FORMAT as typeof EXPORT_FORMAT,
    exportedAt: now.toISOString(),
    profile,
    audit: await auditOfProfile(db, hubId, kind, id),
    records,
  };
}
