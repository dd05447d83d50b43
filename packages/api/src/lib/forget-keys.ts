import type { KVNamespace, KVNamespaceListResult } from '@cloudflare/workers-types';

/** Deletes all keys of KV that begin so. */
export async function forgetKeys(cache: KVNamespace, prefix: string): Promise<void> {
  for (let cursor: string | undefined, done = false; !done; ) {
    const page: KVNamespaceListResult<unknown> = await cache.list({ prefix, ...(cursor && { cursor }) });
    await Promise.all(page.keys.map(({ name }) => cache.delete(name)));
    done = page.list_complete;
    cursor = page.list_complete ? undefined : page.cursor;
  }
}
