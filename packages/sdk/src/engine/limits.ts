/**
 * What the limits of a profile cost it: counted from the gates alone, so that no text is embedded.
 *
 * @module
 */
import { mayBeShown } from '../kinds/standing.ts';
import { type Day, today } from './day.ts';
import { gate } from './gate.ts';
import type { NormalProfile } from './normalise.ts';
import type { Pair, Pairing } from './pairing.ts';
import { observe, SEES_ALL, type Viewer } from './visibility.ts';

/** A limit that a profile states, and what it costs. */
export interface LimitCost {
  readonly gate: string;
  /** JSON Pointer (RFC 6901) to the field in the profile. */
  readonly path: string;
  /** How many candidates would be added if this limit alone were lifted. */
  readonly blocks: number;
}

export interface LimitCosts {
  /** How many candidates pass all gates, in the list or beyond its end. */
  readonly eligible: number;
  /** Every limit that the profile states, in the order of the pairing. */
  readonly limits: readonly LimitCost[];
}

/**
 * How many candidates pass, and how many each stated limit keeps out by itself. A candidate whose
 * hidden field the gate reads is in no count of its limit.
 *
 * @param candidates profiles of the sought kind; those that may not be shown are passed over.
 * @param viewerOf who is told of each candidate, as for a list.
 */
export function costOfLimits(
  pairing: Pairing,
  subject: NormalProfile,
  candidates: Iterable<NormalProfile>,
  viewerOf: (candidate: NormalProfile) => Viewer = () => SEES_ALL,
  day: Day = today(),
): LimitCosts {
  const limits = (pairing.limits[subject.kind] ?? []).flatMap((limit) => {
    const lifted = limit.lift(subject);
    const check = pairing.gates.find(({ name }) => name === limit.gate)?.check;
    return lifted && check ? [{ ...limit, lifted, check, blocks: 0 }] : [];
  });
  let eligible = 0;
  for (const candidate of candidates) {
    if (!mayBeShown(candidate)) continue;
    const pair = pairOf(subject, candidate);
    const answer = gate(pairing, pair, candidate, day);
    if (answer.eligible) eligible++;
    const failed = answer.gates.filter(({ outcome }) => outcome === 'fail');
    for (const limit of limits) {
      const isAlone = failed.length > 0 && failed.every((result) => result.gate === limit.gate);
      if (!isAlone || !gate(pairing, pairOf(limit.lifted, candidate), candidate, day).eligible) continue;
      if (!observe(pair, viewerOf(candidate), (seen) => limit.check(seen, day)).hidden) limit.blocks++;
    }
  }
  return { eligible, limits: limits.map(({ gate: name, path, blocks }) => ({ gate: name, path, blocks })) };
}

const pairOf = (a: NormalProfile, b: NormalProfile): Pair => ({ [a.kind]: a, [b.kind]: b });
