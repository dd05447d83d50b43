import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { actsFor } from './principal.ts';
import { sha256 } from './sha256.ts';

/**
 * Id of a thing that a request creates: a prefix and 128 bits. With an Idempotency-Key it follows
 * from hub, from in whose name it is made, key and prefix, so that a retry whose first answer was lost writes the same row again:
 * make it by `makeOnce`, and answer what is stored.
 */
export async function newId(c: Context<AppEnv>, prefix: string): Promise<string> {
  const key = idempotencyKey(c);
  if (!key) return `${prefix}_${crypto.randomUUID().replaceAll('-', '')}`;
  const from = [c.get('hub')?.id, actsFor(c.get('principal')), c.req.method, c.req.path, key, prefix];
  return `${prefix}_${(await sha256(JSON.stringify(from))).slice(0, 32)}`;
}
