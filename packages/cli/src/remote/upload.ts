import { createHash } from 'node:crypto';
import type { ImportRow, Kopru } from '@kopru/sdk';
import type { Import, Kind } from '@kopru/sdk/schema';

type Rows = readonly ImportRow<Kind>[];

/** States in which an import is over, so that the same rows sent again are to be another import. */
const OVER: readonly Import['state'][] = ['completed', 'cancelled'];

/**
 * The idempotency key of an upload. It follows from the rows, the kind and the last import of the hub
 * that is over: run again after a cut, the command goes on with the same import; run again after the
 * import is over, it makes another. The hub is not in it, since a key is its hub's own.
 */
function uploadKey(kind: Kind, rows: Rows, lastOver: string): string {
  const hash = createHash('sha256').update(`${kind}\n${lastOver}\n`);
  for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
  return `kopru-import-${hash.digest('hex')}`;
}

/**
 * Sends rows, or finds the import that an earlier run of the command sent.
 *
 * @param onSent is told how many rows the server has taken; after a fault it counts from the beginning.
 * @returns the import, and whether an earlier run had sent it.
 */
export async function upload(
  kopru: Kopru,
  kind: Kind,
  rows: Rows,
  { signal, onSent }: { signal: AbortSignal; onSent: (rows: number) => void },
): Promise<{ found: Import; earlier: boolean }> {
  const { items } = await kopru.imports.list({ limit: 100 }, { signal });
  const lastOver = items.find(({ state }) => OVER.includes(state))?.id ?? '';
  function* counted() {
    let sent = 0;
    for (const row of rows) {
      yield row;
      onSent(++sent);
    }
  }
  const { data, response } = await kopru.imports
    .create(kind, counted, { idempotencyKey: uploadKey(kind, rows, lastOver), signal })
    .withResponse();
  return { found: data, earlier: response.headers.has('idempotency-replayed') };
}
