import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';

/** Largest body of a single write, in bytes: the longest valid profile in Cyrillic takes a fifth of it. */
export const MAX_BODY = 256 * 1024;

export const limitBody = bodyLimit({
  maxSize: MAX_BODY,
  onError: () => {
    throw new ApiError('payload_too_large', `The body is larger than ${MAX_BODY} bytes.`);
  },
});

/** Refuses bytes that are not UTF-8 before they are decoded with replacement characters, which would lose text. */
export const requireUtf8: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.req.raw.body) {
    try {
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(await c.req.arrayBuffer());
    } catch {
      throw new ApiError('invalid_json', 'The body holds bytes that are not UTF-8.');
    }
  }
  await next();
};
