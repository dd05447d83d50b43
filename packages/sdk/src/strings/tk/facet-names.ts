import type { FacetName } from '../locale-strings.ts';

export const facetNames: Readonly<Record<FacetName, string>> = {
  sector: 'pudak',
  excludedSectors: 'aýrylan pudaklar',
  stage: 'tapgyr',
  trl: 'tehnologik taýýarlyk derejesi',
  country: 'ýurt',
  targetMarkets: 'maksatly bazarlar',
  raise: 'gözlenýän serişde',
  ticket: 'bir maýa goýumyň möçberi',
  instrument: 'maliýeleşdiriş görnüşi',
  language: 'dil',
  investorType: 'maýadaryň görnüşi',
  currency: 'pul birligi',
  region: 'sebit',
  semantic: 'tekstleriň gabat gelşi',
  corridor: 'ýurtlar geçelgesi',
  role: 'wezipe',
  needType: 'goldawyň görnüşi',
  neededBy: 'soňky möhlet',
  portfolio: 'portfel kompaniýalary',
  synergy: 'portfel bilen sazlaşyk',
};
