import type { FacetName } from '../locale-strings.ts';

export const facetNames: Readonly<Record<FacetName, string>> = {
  sector: 'sektor',
  excludedSectors: 'istisna edilən sektorlar',
  stage: 'mərhələ',
  trl: 'texnoloji hazırlıq səviyyəsi',
  country: 'ölkə',
  targetMarkets: 'hədəf bazarlar',
  raise: 'axtarılan vəsait',
  ticket: 'bir investisiyanın məbləği',
  instrument: 'maliyyələşdirmə forması',
  language: 'dil',
  investorType: 'investor növü',
  currency: 'valyuta',
  region: 'region',
  semantic: 'mətnlərin uyğunluğu',
  corridor: 'ölkə dəhlizi',
  role: 'rol',
  needType: 'dəstəyin növü',
  neededBy: 'son tarix',
  portfolio: 'portfel şirkətləri',
  synergy: 'portfellə sinerji',
};
