import type { NormalProfile } from '../../engine/normalise.ts';
import type { Change, Gate, Message, Repair, Verdict } from '../../engine/pairing.ts';
import { parentOf, type SectorCode } from '../../facets/index.ts';
import type { Kind } from '../../kinds/index.ts';
import { fail, PASS, type PairOf } from '../verdict.ts';

/** What the exclusion gate reads of each side; not a copy, since a viewer may not be told all of it. */
interface Owned {
  readonly facets: Pick<NormalProfile['facets'], 'sectors' | 'inferredSectors'>;
  readonly unnamedSectors: readonly string[];
}
interface Excluding {
  readonly facets: Pick<NormalProfile['facets'], 'excludedSectors' | 'inferredExclusions'>;
  readonly unnamedExclusions: readonly string[];
}

interface Says {
  excluded(sectors: readonly SectorCode[]): Message;
  unclear(): Message;
  lift(sectors: readonly SectorCode[]): Message;
}

interface Exclusion<A extends Kind, B extends Kind> {
  /** The side that has sectors, and the side that takes some of them never. */
  readonly sides: readonly [A, B];
  /** @default sentences that name both sides */
  readonly says?: Says;
}

/**
 * Exclusions fail closed: a profile whose sector is not known does not pass another that excludes
 * one. Where a side states no code, what its text says decides if it is clear enough.
 */
export function exclusion<A extends Kind, B extends Kind>({
  sides: [has, excludes],
  says = {
    excluded: (sectors) => ({ key: 'pair.excluded', evidence: { side: excludes, sectors } }),
    unclear: () => ({ key: 'pair.exclusion_unclear', evidence: { sides: [has, excludes] } }),
    lift: (sectors) => ({ key: 'pair.lift_exclusion', evidence: { side: excludes, sectors } }),
  },
}: Exclusion<A, B>): Gate<PairOf<A, B>> {
  const lift = (lifted: readonly SectorCode[], from: readonly string[]): Change => ({
    side: excludes,
    path: '/excludedSectors',
    from,
    to: from.filter((name) => !lifted.includes(name as SectorCode)),
    message: says.lift(lifted),
  });
  return {
    name: 'exclusion',
    check: (pair) => decide(pair[has], pair[excludes], says),
    repairs(pair) {
      const own = pair[has];
      const other = pair[excludes];
      const excluded = other.facets.excludedSectors ?? [];
      const { unnamedExclusions } = other;
      const sectors = own.facets.sectors ?? [];
      const hit = excluded.filter((code) => sectors.some((sector) => isCovered(sector, [code])));
      const kept = excluded.filter((code) => !hit.includes(code));
      const lifted = hit.length > 0 ? [lift(hit, [...excluded, ...unnamedExclusions])] : [];
      if (lifted.length > 0 && decide(own, without(other, hit), says).outcome === 'pass') return [lifted];

      // What is left is a want of codes. One that no text makes up for must be met; of the others, one is enough.
      const ownName = isUnclear(own, kept) && nameSectors(has, '/sectors', [...sectors, ...own.unnamedSectors]);
      const otherName =
        unnamedExclusions.length > 0 && nameSectors(excludes, '/excludedSectors', [...kept, ...unnamedExclusions]);
      const needed = [
        ownName && !own.facets.inferredSectors && ownName,
        otherName && !other.facets.inferredExclusions && otherName,
      ].filter((change) => change !== false);
      if (needed.length > 0) return [[...lifted, ...needed]];
      const told = kept.filter((code) =>
        own.facets.inferredSectors?.possible.some((sector) => isCovered(sector, [code])),
      );
      const liftTold = !otherName && told.length > 0 && lift([...hit, ...told], excluded);
      return [ownName && [...lifted, ownName], otherName && [...lifted, otherName], liftTold && [liftTold]].filter(
        (repair): repair is Change[] => repair !== false,
      ) satisfies Repair[];
    },
  };
}

function decide(has: Owned, excludes: Excluding, says: Says): Verdict {
  const excluded = excludes.facets.excludedSectors ?? [];
  if (excluded.length + excludes.unnamedExclusions.length === 0) return PASS;
  const sectors = has.facets.sectors ?? [];
  const hit = sectors.filter((own) => isCovered(own, excluded));
  if (hit.length > 0) return fail(says.excluded(hit));
  const own = isUnclear(has, excluded) ? has.facets.inferredSectors : { sectors, possible: sectors };
  const out =
    excludes.unnamedExclusions.length > 0
      ? excludes.facets.inferredExclusions
      : { sectors: excluded, possible: excluded };
  if (!own || !out) return fail(says.unclear());
  const told = own.sectors.filter((code) => isCovered(code, out.sectors));
  if (told.length > 0) return fail(says.excluded(told));
  return own.possible.some((code) => isCovered(code, out.possible)) ? fail(says.unclear()) : PASS;
}

/**
 * Whether a profile does not say enough to be told from what is excluded: no sector, one in words that
 * the taxonomy does not have, or a field alone of which a sector is excluded.
 */
function isUnclear({ facets: { sectors = [] }, unnamedSectors }: Owned, excluded: readonly SectorCode[]): boolean {
  const ofField = (field: SectorCode, codes: readonly SectorCode[]) => codes.some((code) => parentOf(code) === field);
  return (
    sectors.length === 0 ||
    unnamedSectors.length > 0 ||
    sectors.some((own) => ofField(own, excluded) && !ofField(own, sectors))
  );
}

/** The profile without some of its exclusions, and without what its text says of them together. */
const without = ({ facets, unnamedExclusions }: Excluding, lifted: readonly SectorCode[]): Excluding => ({
  facets: { excludedSectors: (facets.excludedSectors ?? []).filter((code) => !lifted.includes(code)) },
  unnamedExclusions,
});

const nameSectors = (side: Kind, path: string, from: readonly string[]): Change => ({
  side,
  path,
  from,
  to: null,
  message: { key: 'change.name_sectors', evidence: { side } },
});

/** Whether a code is among those that are wanted or excluded, by itself or by its field. */
export function isCovered(own: SectorCode, codes: readonly SectorCode[]): boolean {
  const field = parentOf(own);
  return codes.includes(own) || (field !== null && codes.includes(field));
}
