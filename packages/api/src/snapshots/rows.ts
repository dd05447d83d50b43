import type { Queryable } from '../lib/queryable.ts';
import { rowOrLog } from '../lib/row-or-log.ts';
import { type Model, plainEntry } from '../matches/stored-entry.ts';
import { type Place, readRange } from '../profiles/changes-store.ts';
import type { PartEntry } from './part.ts';
import type { Range } from './store.ts';

/** Pages of a range of a hub's profiles with their vectors, as D1 has them, each with where the next begins. */
export async function* rangeFromRows(
  db: Queryable,
  hubId: string,
  model: Model,
  { first, end }: Range,
): AsyncGenerator<{ readonly entries: readonly PartEntry[]; readonly next: Place | undefined }> {
  for (let from: Place | undefined = first; from; ) {
    const page: Awaited<ReturnType<typeof readRange>> = await readRange(db, hubId, model.id, from, end);
    const entries = page.profiles.flatMap((row): PartEntry[] => {
      const { kind, id, vectors, sequence } = row;
      const entry = vectors && rowOrLog({ hub: hubId, kind, id }, () => plainEntry(row, vectors, model));
      return entry ? [{ entry, sequence }] : [];
    });
    yield { entries, next: page.next };
    from = page.next;
  }
}
