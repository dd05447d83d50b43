import type { Facets, NormalProfile } from '../engine/normalise.ts';
import type { Limit } from '../engine/pairing.ts';

/** A copy of the facets without some. Those that are read from the text only when a gate asks for them are kept as they are. */
export function facetsWithout(facets: Facets, names: readonly (keyof Facets)[]): Facets {
  const kept = Object.entries(Object.getOwnPropertyDescriptors(facets)).filter(
    ([name]) => !names.includes(name as keyof Facets),
  );
  return Object.defineProperties({}, Object.fromEntries(kept));
}

/** The profile without some facets; undefined where it states none of them. */
export function without(profile: NormalProfile, ...names: readonly (keyof Facets)[]): NormalProfile | undefined {
  if (names.every((name) => profile.facets[name] === undefined)) return undefined;
  return { ...profile, facets: facetsWithout(profile.facets, names) };
}

/** A limit that is one facet. @param path JSON Pointer (RFC 6901) to its field */
export const facetLimit = (gate: string, path: string, name: keyof Facets): Limit => ({
  gate,
  path,
  lift: (profile) => without(profile, name),
});

/** What a side excludes. Free text that no code stands for is part of the limit as well. */
export const exclusionLimit: Limit = {
  gate: 'exclusion',
  path: '/excludedSectors',
  lift(profile) {
    const { facets, unnamedExclusions } = profile;
    if (!facets.excludedSectors && unnamedExclusions.length === 0) return undefined;
    const open = without(profile, 'excludedSectors', 'inferredExclusions') ?? profile;
    return { ...open, unnamedExclusions: [] };
  },
};
