import type { NormalProfile } from '../../engine/normalise.ts';
import type { Change, Gate, Repair, Verdict } from '../../engine/pairing.ts';
import { parentOf, type SectorCode } from '../../facets/index.ts';
import { fail, PASS, type StartupInvestorPair } from './verdict.ts';

/** What the exclusion gate reads of each side; not a copy, since a viewer may not be told all of it. */
interface Owned {
  readonly facets: Pick<NormalProfile['facets'], 'sectors' | 'inferredSectors'>;
  readonly unnamedSectors: readonly string[];
}
interface Excluding {
  readonly facets: Pick<NormalProfile['facets'], 'excludedSectors' | 'inferredExclusions'>;
  readonly unnamedExclusions: readonly string[];
}

/**
 * Exclusions fail closed: a startup whose sector is not known does not pass a mandate that excludes
 * one. Where a side states no code, what its text says decides if it is clear enough.
 */
export const exclusion: Gate<StartupInvestorPair> = {
  name: 'exclusion',
  check: ({ startup, investor }) => decide(startup, investor),
  repairs({ startup, investor }) {
    const excluded = investor.facets.excludedSectors ?? [];
    const { unnamedExclusions } = investor;
    const sectors = startup.facets.sectors ?? [];
    const hit = excluded.filter((code) => sectors.some((own) => sectorCovers(code, own)));
    const kept = excluded.filter((code) => !hit.includes(code));
    const lifted = hit.length > 0 ? [lift(hit, [...excluded, ...unnamedExclusions])] : [];
    if (lifted.length > 0 && decide(startup, without(investor, hit)).outcome === 'pass') return [lifted];

    // What is left is a want of codes. One that no text makes up for must be met; of the others, one is enough.
    const startupName =
      isUnclear(startup, kept) && nameSectors('startup', '/sectors', [...sectors, ...startup.unnamedSectors]);
    const investorName =
      unnamedExclusions.length > 0 && nameSectors('investor', '/excludedSectors', [...kept, ...unnamedExclusions]);
    const needed = [
      startupName && !startup.facets.inferredSectors && startupName,
      investorName && !investor.facets.inferredExclusions && investorName,
    ].filter((change) => change !== false);
    if (needed.length > 0) return [[...lifted, ...needed]];
    const told = kept.filter((code) => startup.facets.inferredSectors?.possible.some((own) => sectorCovers(code, own)));
    const liftTold = !investorName && told.length > 0 && lift([...hit, ...told], excluded);
    return [
      startupName && [...lifted, startupName],
      investorName && [...lifted, investorName],
      liftTold && [liftTold],
    ].filter((repair): repair is Change[] => repair !== false) satisfies Repair[];
  },
};

function decide(startup: Owned, investor: Excluding): Verdict {
  const excluded = investor.facets.excludedSectors ?? [];
  if (excluded.length + investor.unnamedExclusions.length === 0) return PASS;
  const sectors = startup.facets.sectors ?? [];
  const hit = sectors.filter((own) => excluded.some((code) => sectorCovers(code, own)));
  if (hit.length > 0) return fail({ key: 'gate.sector_excluded', evidence: { sectors: hit } });
  const own = isUnclear(startup, excluded) ? startup.facets.inferredSectors : { sectors, possible: sectors };
  const out =
    investor.unnamedExclusions.length > 0
      ? investor.facets.inferredExclusions
      : { sectors: excluded, possible: excluded };
  if (!own || !out) return fail({ key: 'gate.exclusion_unknown', evidence: {} });
  const told = own.sectors.filter((code) => out.sectors.some((not) => sectorCovers(not, code)));
  if (told.length > 0) return fail({ key: 'gate.sector_excluded', evidence: { sectors: told } });
  return own.possible.some((code) => out.possible.some((not) => sectorCovers(not, code)))
    ? fail({ key: 'gate.exclusion_unknown', evidence: {} })
    : PASS;
}

/**
 * Whether a startup does not say enough to be told from what is excluded: no sector, one in words that
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

/** The mandate without some of its exclusions, and without what its text says of them together. */
const without = ({ facets, unnamedExclusions }: Excluding, lifted: readonly SectorCode[]): Excluding => ({
  facets: { excludedSectors: (facets.excludedSectors ?? []).filter((code) => !lifted.includes(code)) },
  unnamedExclusions,
});

const lift = (lifted: readonly SectorCode[], from: readonly string[]): Change => ({
  side: 'investor',
  path: '/excludedSectors',
  from,
  to: from.filter((name) => !lifted.includes(name as SectorCode)),
  message: { key: 'change.lift_exclusion', evidence: { sectors: lifted } },
});

const nameSectors = (side: 'startup' | 'investor', path: string, from: readonly string[]): Change => ({
  side,
  path,
  from,
  to: null,
  message: { key: 'change.name_sectors', evidence: { side } },
});

/** A mandate's code covers itself and, if it is a field, every sector of the field. */
export const sectorCovers = (code: SectorCode, own: SectorCode): boolean => code === own || code === parentOf(own);
