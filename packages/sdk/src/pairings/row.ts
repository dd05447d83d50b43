import type { Pairing, SignalName } from '../engine/pairing.ts';
import type { Kind } from '../kinds/index.ts';

/** A pairing as a row of data; its type keeps which kinds it pairs, and which signals it weighs. */
export const row = <A extends Kind, B extends Kind, N extends SignalName>(
  pairing: Pairing<A, B, Readonly<Record<N, number>>>,
): typeof pairing => pairing;
