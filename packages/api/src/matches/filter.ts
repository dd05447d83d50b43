import type { NormalProfile } from '@kopru/sdk/engine';
import { parentOf, type SectorCode } from '@kopru/sdk/facets';
import type { MatchQuery } from '@kopru/sdk/schema';

type Filter = (candidate: NormalProfile) => boolean;

/** What a candidate has to state, by the query; it is read as far as the viewer may see it. None: any. */
export function filterOf({ country, stage, sector }: Pick<MatchQuery, 'country' | 'stage' | 'sector'>): Filter[] {
  const within = (code: SectorCode) => code === sector || parentOf(code) === sector;
  return [
    country && (({ facets }: NormalProfile) => facets.country === country),
    stage && (({ facets }: NormalProfile) => facets.stage === stage || facets.stages?.includes(stage) === true),
    sector && (({ facets }: NormalProfile) => facets.sectors?.some(within) === true),
  ].filter((filter) => filter !== undefined);
}
