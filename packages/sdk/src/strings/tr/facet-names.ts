import type { FacetName } from '../locale-strings.ts';

export const facetNames: Readonly<Record<FacetName, string>> = {
  sector: 'sektör',
  excludedSectors: 'hariç tutulan sektörler',
  stage: 'aşama',
  trl: 'teknoloji hazırlık seviyesi',
  country: 'ülke',
  targetMarkets: 'hedef pazarlar',
  raise: 'aranan yatırım',
  ticket: 'tek yatırımın tutarı',
  instrument: 'finansman türü',
  language: 'dil',
  investorType: 'yatırımcı türü',
  currency: 'para birimi',
  region: 'bölge',
  semantic: 'metinlerin uyumu',
  corridor: 'ülke koridoru',
  role: 'rol',
  needType: 'destek türü',
  neededBy: 'son tarih',
  portfolio: 'portföy şirketleri',
  synergy: 'portföyle sinerji',
};
