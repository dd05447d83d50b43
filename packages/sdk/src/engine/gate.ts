import { mayBeShown, type Standing } from '../kinds/standing.ts';
import type { Day } from './day.ts';
import type { NormalProfile } from './normalise.ts';
import type { Message, Pair, Pairing } from './pairing.ts';

/** What one gate said of a pair. */
export interface GateResult {
  readonly gate: string;
  /** `unknown` passes: a limit or facet was not stated, or may not be told. */
  readonly outcome: 'pass' | 'unknown' | 'fail';
  /** Why the pair failed, with the two values and the margin. */
  readonly message?: Message;
}

/** What all gates said of a pair. */
export interface Eligibility {
  /** No gate failed. */
  readonly eligible: boolean;
  readonly gates: readonly GateResult[];
}

/**
 * Passes a pair through the hard limits: first whether the candidate may be shown at all, then
 * the gates of the pairing. All gates are asked, so that "why not?" has the whole answer.
 */
export function gate(pairing: Pairing, pair: Pair, candidate: NormalProfile, day: Day): Eligibility {
  const gates: GateResult[] = [
    ...showGates(candidate),
    ...pairing.gates
      .map(({ name, quiet, check }) => ({ quiet, result: { gate: name, ...check(pair as Required<Pair>, day) } }))
      .filter(({ quiet, result }) => !(quiet && result.outcome === 'unknown'))
      .map(({ result }) => result),
  ];
  return { eligible: gates.every(({ outcome }) => outcome !== 'fail'), gates };
}

/** Whether a pair passes, which takes less than all that {@link gate} tells of it. */
export const passes = (pairing: Pairing, pair: Pair, candidate: NormalProfile, day: Day): boolean =>
  mayBeShown(candidate) && pairing.gates.every(({ check }) => check(pair as Required<Pair>, day).outcome !== 'fail');

/** The two gates of every pairing: whether the candidate may be shown at all. */
export const showGates = ({ active, consent }: Standing): GateResult[] => [
  shown('status', active, { key: 'gate.not_active', evidence: {} }),
  shown('consent', consent, { key: 'gate.consent_missing', evidence: {} }),
];

const shown = (name: string, passes: boolean, message: Message): GateResult =>
  passes ? { gate: name, outcome: 'pass' } : { gate: name, outcome: 'fail', message };
