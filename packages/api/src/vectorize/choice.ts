/**
 * Where the lists of a hub are made, by its size.
 *
 * @module
 */

/**
 * Profiles from which Vectorize finds a hub's candidates. So many take 56 MB of an isolate's 128 at the peak of a
 * reload (`npm run bench -- memory`), which leaves room for other hubs; alone, 16,500 would reach 96.
 */
export const GROWN = 10_000;

/** Profiles below which the isolate does it again: a fifth less, so that a hub on the border does not go to and fro. */
export const SHRUNK = 8_000;

/** Whether Vectorize is to find the candidates of a hub of so many profiles, after whether it did. */
export const belongsInVectorize = (profiles: number, isThere: boolean, bounds: { grown: number; shrunk: number }) =>
  profiles >= (isThere ? bounds.shrunk : bounds.grown);
