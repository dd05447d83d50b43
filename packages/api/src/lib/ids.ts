import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { sha256 } from './sha256.ts';

/**
 * Id of a thing that a request creates: a prefix and 128 bits. With an Idempotency-Key it follows
 * from hub, key and prefix, so that a retry whose first answer was lost writes the same row again:
 * insert with `ON CONFLICT (id) DO NOTHING` and answer what is stored.
 */
export async function newId(c: Context<AppEnv>, prefix: string): Promise<string> {
  const key = c.req.header('idempotency-key');
  if (!key) return `${prefix}_${crypto.randomUUID().replaceAll('-', '')}`;
  const owner = c.get('hub')?.id ?? '';
  return `${prefix}_${(await sha256(JSON.stringify([owner, c.req.method, c.req.path, key, prefix]))).slice(0, 32)}`;
}
