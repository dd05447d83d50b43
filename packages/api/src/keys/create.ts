import { createKey, hashKey, hintOf, type KeyKind } from '../lib/keys.ts';
import type { NewKey } from './store.ts';

/** A new key: the text to show once, and the row to store. */
export async function makeKey(
  kind: KeyKind,
  hubId: string | null,
  options: Pick<NewKey, 'name' | 'scopes' | 'origins'> & { readonly id?: string } = {},
): Promise<{ key: string; row: NewKey }> {
  const key = createKey(kind);
  const id = options.id ?? `key_${crypto.randomUUID().replaceAll('-', '')}`;
  return { key, row: { ...options, id, hash: await hashKey(key), hubId, kind, hint: hintOf(key) } };
}
