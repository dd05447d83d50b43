/**
 * What an index knows of the gates: marks of each profile, so that a search passes over those whom standing or
 * codes keep out. The gates themselves are asked of all others, and say the same.
 *
 * @module
 */
import type { Kind } from '../kinds/index.ts';
import { mayBeShown } from '../kinds/standing.ts';
import { PAIRINGS, pairingName } from '../pairings/index.ts';
import type { NormalProfile } from './normalise.ts';
import type { Gate, Pairing } from './pairing.ts';

const SHOWN = 'shown';

/** The mark of those who state no code. */
const NONE = '';

/** A gate of a pairing that asks for codes, and the mark of each: an index bears the same few hundred ten thousand times. */
interface Coded {
  readonly pairing: string;
  codes(profile: NormalProfile): readonly string[] | undefined;
  mark(code: string): string;
}

function codedGates({ gates, sides }: Pairing): Coded[] {
  const pairing = pairingName({ sides });
  return gates.flatMap(({ name, codes }: Gate<never>) => {
    if (!codes) return [];
    const marks = new Map<string, string>();
    const mark = (code: string): string => {
      let found = marks.get(code);
      if (found === undefined) {
        found = `${pairing} ${name} ${code}`;
        marks.set(code, found);
      }
      return found;
    };
    return [{ pairing, codes, mark }];
  });
}

/** The gates that ask for codes of a kind, in all its pairings. */
const ofKind = new Map<Kind, readonly Coded[]>();

function codedOf(kind: Kind): readonly Coded[] {
  let found = ofKind.get(kind);
  if (!found) {
    found = PAIRINGS.filter(({ sides }) => sides.includes(kind)).flatMap((pairing) => codedGates(pairing as Pairing));
    ofKind.set(kind, found);
  }
  return found;
}

/** The marks that a profile bears in an index. */
export function marksOf(profile: NormalProfile): string[] {
  const marks = mayBeShown(profile) ? [SHOWN] : [];
  for (const { codes, mark } of codedOf(profile.kind)) {
    const stated = codes(profile);
    if (stated) for (const code of stated) marks.push(mark(code));
    else marks.push(mark(NONE));
  }
  return marks;
}

/** The groups of marks of which a candidate must bear one each, or a gate keeps it out. */
export function marksSought(pairing: Pairing, subject: NormalProfile): string[][] {
  const name = pairingName(pairing);
  const groups = codedOf(subject.kind)
    .filter((gate) => gate.pairing === name)
    .flatMap(({ codes, mark }) => {
      const stated = codes(subject);
      return stated ? [[NONE, ...stated].map(mark)] : [];
    });
  return [[SHOWN], ...groups];
}
