import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { readCursor, toPage } from '../lib/page.ts';
import { listKeys } from './store.ts';

/** A page of the keys of a hub, or with null of the operator. */
export async function keyPage(
  c: Context<AppEnv>,
  hubId: string | null,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const [createdAt = '', id = ''] = readCursor(cursor, 2) ?? [];
  const rows = await listKeys(c.get('db'), hubId, [String(createdAt), String(id)], limit + 1);
  return toPage(rows, limit, (key) => [key.createdAt, key.id]);
}
