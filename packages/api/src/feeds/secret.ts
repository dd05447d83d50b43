import { base64url } from 'jose';

/** A new secret of a feed: 192 random bits that fit into a path. */
export const newFeedSecret = (): string => base64url.encode(crypto.getRandomValues(new Uint8Array(24)));

/** Whether a text may be a secret; what may not is never asked for in D1. */
export const isFeedSecret = (text: string): boolean => /^[A-Za-z0-9_-]{32}$/.test(text);
