import type { FacetName } from '../locale-strings.ts';

export const facetNames: Readonly<Record<FacetName, string>> = {
  sector: 'ágazat',
  excludedSectors: 'kizárt ágazatok',
  stage: 'szakasz',
  trl: 'technológiai készültségi szint',
  country: 'ország',
  targetMarkets: 'célpiacok',
  raise: 'keresett tőke',
  ticket: 'egy befektetés összege',
  instrument: 'finanszírozási forma',
  language: 'nyelv',
  investorType: 'befektetőtípus',
  currency: 'pénznem',
  region: 'régió',
  semantic: 'szövegek egyezése',
  corridor: 'országfolyosó',
  role: 'szerep',
  needType: 'segítség típusa',
  neededBy: 'határidő',
  portfolio: 'portfóliócégek',
  synergy: 'portfóliószinergia',
};
