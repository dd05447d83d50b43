import type { FacetName } from '../locale-strings.ts';

export const facetNames: Readonly<Record<FacetName, string>> = {
  sector: 'soha',
  excludedSectors: 'istisno qilingan sohalar',
  stage: 'bosqich',
  trl: 'texnologik tayyorlik darajasi',
  country: 'mamlakat',
  targetMarkets: 'maqsadli bozorlar',
  raise: 'izlanayotgan mablag‘',
  ticket: 'bitta investitsiya miqdori',
  instrument: 'moliyalashtirish turi',
  language: 'til',
  investorType: 'investor turi',
  currency: 'valyuta',
  region: 'hudud',
  semantic: 'matnlar mosligi',
  corridor: 'mamlakatlar yo‘lagi',
  role: 'rol',
  needType: 'yordam turi',
  neededBy: 'oxirgi muddat',
  portfolio: 'portfel kompaniyalari',
  synergy: 'portfel bilan sinergiya',
};
