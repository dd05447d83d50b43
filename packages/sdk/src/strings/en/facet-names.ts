import type { FacetName } from '../locale-strings.ts';

export const facetNames: Readonly<Record<FacetName, string>> = {
  sector: 'sector',
  excludedSectors: 'excluded sectors',
  stage: 'stage',
  trl: 'technology readiness level',
  country: 'country',
  targetMarkets: 'target markets',
  raise: 'round',
  ticket: 'ticket',
  instrument: 'instrument',
  language: 'language',
  investorType: 'investor type',
  currency: 'currency',
  region: 'region',
  semantic: 'fit of the texts',
  corridor: 'corridor',
  role: 'role',
  needType: 'kind of help',
  neededBy: 'needed by',
  portfolio: 'portfolio companies',
  synergy: 'portfolio synergy',
};
