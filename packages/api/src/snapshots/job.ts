import { MODEL } from '@kopru/model/workerd';
import { ring } from '../jobs/doorbell.ts';
import type { Job } from '../jobs/job.ts';
import { logFailure } from '../lib/log-failure.ts';
import { DAY } from '../lib/time.ts';
import { formatOf } from './part.ts';
import { beginSnapshots, deleteSnapshot, dueParts, moveQuietParts, outdatedSnapshots } from './store.ts';
import { LIFETIME, writePart } from './write.ts';

/** A part is written anew after so many writes: a fresh isolate reads as many rows beside it, in a page of D1. */
const WRITES = 200;

/** Most parts of one run, each of which takes about a second. */
const AT_ONCE = 8;

/** Most snapshots of formats that no code reads any more that one run deletes. */
const OUTDATED_AT_ONCE = 5;

/** After so long without a write no code of a format is at work any more, in milliseconds: it writes changed parts daily. */
const HANDOVER = 2 * DAY;

/** Keeps in KV what a fresh isolate would else read row by row. */
export const writeSnapshots: Job = {
  every: 'minutely',
  async run({ env, db, now }) {
    const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
    const format = formatOf(MODEL);
    for (const { hubId, format: old } of await outdatedSnapshots(db, format, ago(HANDOVER), OUTDATED_AT_ONCE)) {
      for (const key of await deleteSnapshot(db, hubId, old)) await env.CACHE.delete(key);
    }
    await beginSnapshots(db, format, WRITES, now);
    await moveQuietParts(db, format);
    const due = {
      writes: WRITES,
      changedBefore: ago(DAY),
      // Well before the value ends.
      writtenBefore: ago((LIFETIME * 1000) / 2),
    };
    let written = 0;
    for (const { hubId, part } of await dueParts(db, format, due, AT_ONCE)) {
      try {
        if (await writePart({ db, cache: env.CACHE }, { hubId, part, model: MODEL, now })) written++;
      } catch (error) {
        logFailure({ job: 'write-snapshots', hub: hubId }, error);
      }
    }
    // Only a hub that is not written whole yet is in a hurry: one that is being filled is written again all the time.
    const [next] = written > 0 ? await dueParts(db, format, due, 1) : [];
    if (next?.part.key === '') await ring(env, 'write-snapshots');
  },
};
