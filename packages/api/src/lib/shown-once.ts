/** Headers of an answer that holds a key or a secret: no cache keeps it, and no idempotency key. */
export const SHOWN_ONCE = { 'cache-control': 'no-store' } as const;
