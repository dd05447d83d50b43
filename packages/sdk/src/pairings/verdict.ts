import type { NormalProfile } from '../engine/normalise.ts';
import type { Message, Verdict } from '../engine/pairing.ts';
import type { Kind } from '../kinds/index.ts';

/** The two profiles of a pair of kinds. */
export type PairOf<A extends Kind, B extends Kind> = Readonly<Record<A | B, NormalProfile>>;

export const PASS: Verdict = { outcome: 'pass' };
export const UNKNOWN: Verdict = { outcome: 'unknown' };
export const fail = (message: Message): Verdict => ({ outcome: 'fail', message });
