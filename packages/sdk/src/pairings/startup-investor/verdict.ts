import type { NormalProfile } from '../../engine/normalise.ts';
import type { Message, Verdict } from '../../engine/pairing.ts';

export type StartupInvestorPair = Readonly<Record<'startup' | 'investor', NormalProfile>>;

export const PASS: Verdict = { outcome: 'pass' };
export const UNKNOWN: Verdict = { outcome: 'unknown' };
export const fail = (message: Message): Verdict => ({ outcome: 'fail', message });
