import { bindings } from './bindings.ts';

/** Forgets the answer to an Idempotency-Key, as if its Worker had died before it was kept, or after 24 hours. */
export const forgetAnswer = (key: string) =>
  bindings.DB.prepare('DELETE FROM idempotency WHERE key = ?').bind(key).run();
