/**
 * The registry of pairings. A new pairing is one folder beside this file and one line in {@link PAIRINGS}.
 *
 * @module
 */
import type { Pairing } from '../engine/pairing.ts';
import type { Kind } from '../kinds/index.ts';
import { needLab } from './need-lab/index.ts';
import { needOffer } from './need-offer/index.ts';
import { patentLab } from './patent-lab/index.ts';
import { startupExpert } from './startup-expert/index.ts';
import { startupInvestor } from './startup-investor/index.ts';
import { startupLab } from './startup-lab/index.ts';
import { startupNeed } from './startup-need/index.ts';
import { startupPatent } from './startup-patent/index.ts';
import { startupProgramme } from './startup-programme/index.ts';

// biome-ignore format: a pairing, a line
const REGISTRY = [
  startupInvestor,
  startupExpert,
  startupNeed,
  needLab,
  startupLab,
  startupProgramme,
  startupPatent,
  patentLab,
  needOffer,
] as const;

/** Every pairing, as the stages of the engine know it. */
export const PAIRINGS = REGISTRY as readonly unknown[] as readonly Pairing[];

/** Its name, as settings and the API write it: `startup-investor`. */
export const pairingName = ({ sides }: Pick<Pairing, 'sides'>): string => sides.join('-');

/** The pairing between two kinds, whichever of them asks. */
export function pairingOf(a: Kind, b: Kind): Pairing | undefined {
  return PAIRINGS.find(({ sides: [x, y] }) => (x === a && y === b) || (x === b && y === a));
}

/** The kinds that a kind seeks, in the order of {@link PAIRINGS}: the first is what its lists hold when none is named. */
export const soughtBy = (kind: Kind): Kind[] =>
  PAIRINGS.flatMap(({ sides: [x, y] }): Kind[] => (x === kind ? [y] : y === kind ? [x] : []));
