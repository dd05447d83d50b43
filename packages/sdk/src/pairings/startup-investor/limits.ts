import type { Facets, NormalProfile } from '../../engine/normalise.ts';
import type { Limit } from '../../engine/pairing.ts';

/** The profile without some facets; undefined where it states none of them. */
function without(profile: NormalProfile, ...names: readonly (keyof Facets)[]): NormalProfile | undefined {
  if (names.every((name) => profile.facets[name] === undefined)) return undefined;
  // Facets that are read from the text only when a gate asks for them are kept as they are.
  const kept = Object.entries(Object.getOwnPropertyDescriptors(profile.facets)).filter(
    ([name]) => !names.includes(name as keyof Facets),
  );
  return { ...profile, facets: Object.defineProperties({}, Object.fromEntries(kept)) };
}

const facet = (gate: string, path: string, name: keyof Facets): Limit => ({
  gate,
  path,
  lift: (profile) => without(profile, name),
});

const ticketEnd = (end: 'min' | 'max'): Limit => ({
  gate: 'ticket',
  path: `/ticket/${end}`,
  lift(profile) {
    const { ticket } = profile.facets;
    if (!ticket?.[end]) return undefined;
    const { [end]: _, ...rest } = ticket;
    const open = without(profile, 'ticket') as NormalProfile;
    return Object.keys(rest).length === 0
      ? open
      : { ...open, facets: Object.defineProperty(open.facets, 'ticket', { value: rest, enumerable: true }) };
  },
});

/** Free text that no code stands for is part of the limit as well. */
const exclusions: Limit = {
  gate: 'exclusion',
  path: '/excludedSectors',
  lift(profile) {
    const { facets, unnamedExclusions } = profile;
    if (!facets.excludedSectors && unnamedExclusions.length === 0) return undefined;
    const open = without(profile, 'excludedSectors', 'inferredExclusions') ?? profile;
    return { ...open, unnamedExclusions: [] };
  },
};

/** What each side sets for itself. Sector, stage and country of a startup are facts, and nobody's to lift. */
export const LIMITS = {
  startup: [facet('ticket', '/raise/amount', 'raise'), facet('instrument', '/raise/instrument', 'instrument')],
  investor: [
    exclusions,
    facet('stage', '/stages', 'stages'),
    facet('country', '/countries', 'countries'),
    ticketEnd('min'),
    ticketEnd('max'),
    facet('instrument', '/instruments', 'instruments'),
  ],
} as const satisfies Readonly<Record<'startup' | 'investor', readonly Limit[]>>;
