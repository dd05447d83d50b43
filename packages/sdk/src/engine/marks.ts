/**
 * What an index knows of the gates: marks of each profile, so that a search passes over those whom standing or
 * codes keep out. The gates themselves are asked of all others, and say the same.
 *
 * @module
 */
import { mayBeShown } from '../kinds/standing.ts';
import { PAIRINGS, pairingName } from '../pairings/index.ts';
import type { NormalProfile } from './normalise.ts';
import type { Pairing } from './pairing.ts';

const SHOWN = 'shown';

/** A code of a gate; without one, the mark of those who state none. */
const mark = (pairing: Pairing, { name }: Pairing['gates'][number], code: string): string =>
  `${pairingName(pairing)} ${name} ${code}`;

/** The marks that a profile bears in an index. */
export const marksOf = (profile: NormalProfile): string[] => [
  ...(mayBeShown(profile) ? [SHOWN] : []),
  ...PAIRINGS.filter(({ sides }) => sides.includes(profile.kind)).flatMap((pairing) =>
    pairing.gates.flatMap((gate) =>
      gate.codes ? (gate.codes(profile) ?? ['']).map((code) => mark(pairing, gate, code)) : [],
    ),
  ),
];

/** The groups of marks of which a candidate must bear one each, or a gate keeps it out. */
export const marksSought = (pairing: Pairing, subject: NormalProfile): string[][] => [
  [SHOWN],
  ...pairing.gates.flatMap((gate) => {
    const codes = gate.codes?.(subject);
    return codes ? [['', ...codes].map((code) => mark(pairing, gate, code))] : [];
  }),
];
