/**
 * The registry of pairings. A new pairing is one folder beside this file and one line in {@link PAIRINGS}.
 *
 * @module
 */
import type { Pairing } from '../engine/pairing.ts';
import type { Kind } from '../kinds/index.ts';
import { startupInvestor } from './startup-investor/index.ts';

const PAIRINGS = [startupInvestor] as const;

/** The pairing between two kinds, whichever of them asks. */
export function pairingOf(a: Kind, b: Kind): Pairing | undefined {
  return (PAIRINGS as readonly unknown[] as readonly Pairing[]).find(
    ({ sides: [x, y] }) => (x === a && y === b) || (x === b && y === a),
  );
}

/** The kinds that a kind seeks. */
export const soughtBy = (kind: Kind): Kind[] =>
  PAIRINGS.flatMap(({ sides: [x, y] }): Kind[] => (x === kind ? [y] : y === kind ? [x] : []));
