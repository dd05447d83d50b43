/**
 * Where the lists of a hub are made, by its size.
 *
 * @module
 */

/**
 * Profiles from which Vectorize finds a hub's candidates. One takes 7 kB in an isolate with its vectors and texts,
 * so that these are 70 MB of its 128: with the peak of a reload beside them no hub should be larger.
 */
export const GROWN = 10_000;

/** Profiles below which the isolate does it again: a fifth less, so that a hub on the border does not go to and fro. */
export const SHRUNK = 8_000;

/** Whether Vectorize is to find the candidates of a hub of so many profiles, after whether it did. */
export const belongsInVectorize = (profiles: number, isThere: boolean, bounds: { grown: number; shrunk: number }) =>
  profiles >= (isThere ? bounds.shrunk : bounds.grown);
