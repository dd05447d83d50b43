import {
  costOfLimits,
  type LimitCosts,
  type MatchIndex,
  type NormalProfile,
  normaliseProfile,
  type Pairing,
  pairingOf,
  type Viewer,
} from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import { KINDS, type LimitsRequest, type Profile } from '@kopru/sdk/schema';
import { soughtKind } from '../matches/tuning.ts';
import { perCandidate } from '../matches/viewer.ts';

/**
 * What the limits of a profile that is being written cost it, over all that its lists may hold: profiles
 * of the hub and cards of others. Nothing is embedded.
 */
export function countLimits(
  index: MatchIndex,
  viewer: Viewer,
  { kind, profile, seeks }: LimitsRequest,
  id: string | undefined,
): LimitCosts {
  const sought = soughtKind(kind, seeks, { in: 'body', path: '/seeks' });
  const pairing = pairingOf(kind, sought) as Pairing;
  const written = { name: '', [KINDS[kind].text]: '', ...profile } as unknown as Profile;
  const normal = normaliseProfile(kind, id ?? '', written, DEFAULT_RATES);
  const subject = withTexts(normal, id === undefined ? undefined : index.get(kind, id)?.profile);
  return costOfLimits(pairing, subject, profilesOf(index, sought), perCandidate(viewer, kind));
}

function* profilesOf(index: MatchIndex, kind: NormalProfile['kind']): Generator<NormalProfile> {
  for (const { profile } of index.all(kind)) yield profile;
}

/**
 * Sectors that are stated in no code are those of the stored profile where its names are the same. Of
 * other words nobody knows what they mean before they are embedded: they count as saying nothing.
 */
function withTexts(profile: NormalProfile, stored: NormalProfile | undefined): NormalProfile {
  const { facets, unnamedSectors, unnamedExclusions } = profile;
  const said = (codes: NormalProfile['facets']['sectors'] = []) => ({ sectors: codes, possible: codes });
  const same = (a: readonly unknown[] | undefined, b: readonly unknown[] | undefined) =>
    JSON.stringify(a ?? []) === JSON.stringify(b ?? []);
  const sameSectors =
    stored && same(unnamedSectors, stored.unnamedSectors) && same(facets.sectors, stored.facets.sectors);
  const sameExclusions =
    stored &&
    same(unnamedExclusions, stored.unnamedExclusions) &&
    same(facets.excludedSectors, stored.facets.excludedSectors);
  const inferredSectors = (sameSectors && stored.facets.inferredSectors) || said(facets.sectors);
  const inferredExclusions = (sameExclusions && stored.facets.inferredExclusions) || said(facets.excludedSectors);
  return { ...profile, facets: { ...facets, inferredSectors, inferredExclusions } };
}
