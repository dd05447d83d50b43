import type { FacetName } from '../locale-strings.ts';

export const facetNames: Readonly<Record<FacetName, string>> = {
  sector: 'сала',
  excludedSectors: 'қарастырылмайтын салалар',
  stage: 'кезең',
  trl: 'технологиялық дайындық деңгейі',
  country: 'ел',
  targetMarkets: 'мақсатты нарықтар',
  raise: 'ізделетін қаржы',
  ticket: 'бір инвестиция көлемі',
  instrument: 'қаржыландыру түрі',
  language: 'тіл',
  investorType: 'инвестор түрі',
  currency: 'валюта',
  region: 'аймақ',
  semantic: 'мәтіндердің үйлесуі',
  corridor: 'елдер дәлізі',
  role: 'рөл',
  needType: 'қолдау түрі',
  neededBy: 'соңғы мерзім',
  portfolio: 'портфельдік компаниялар',
  synergy: 'портфельмен үйлесім',
};
