import { setTimeout as sleep } from 'node:timers/promises';
import type { Kopru } from '@kopru/sdk';
import type { Import } from '@kopru/sdk/schema';

/** Milliseconds between two questions: short at first, for a small file is done at once. */
const FIRST_WAIT = 200;
const LONGEST_WAIT = 2_000;

/** Rows of an import that are dealt with, good and bad. */
export const doneRows = ({ rows }: Import): number => rows.imported + rows.unchanged + rows.superseded + rows.failed;

/**
 * Asks until an import is over. One that an error on the server's side has stopped is taken up again
 * once; if it fails again, that is how it ends.
 *
 * @param onDone is told how many rows are dealt with.
 * @returns it as it ended: `completed`, `cancelled` or `failed`.
 */
export async function waitFor(
  kopru: Kopru,
  id: string,
  { signal, onDone }: { signal: AbortSignal; onDone: (rows: number) => void },
): Promise<Import> {
  let resumed = false;
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 1.5, LONGEST_WAIT)) {
    const found = await kopru.imports.get(id, { signal });
    onDone(doneRows(found));
    if (found.state === 'completed' || found.state === 'cancelled') return found;
    if (found.state === 'failed') {
      if (resumed) return found;
      resumed = true;
      await kopru.imports.resume(id, { signal });
    }
    await sleep(wait, undefined, { signal });
  }
}
