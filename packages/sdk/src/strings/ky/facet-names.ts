import type { FacetName } from '../locale-strings.ts';

export const facetNames: Readonly<Record<FacetName, string>> = {
  sector: 'тармак',
  excludedSectors: 'каралбай турган тармактар',
  stage: 'баскыч',
  trl: 'технологиялык даярдык деңгээли',
  country: 'өлкө',
  targetMarkets: 'максаттуу базарлар',
  raise: 'изделген каражат',
  ticket: 'бир инвестициянын көлөмү',
  instrument: 'каржылоо түрү',
  language: 'тил',
  investorType: 'инвестордун түрү',
  currency: 'валюта',
  region: 'аймак',
  semantic: 'тексттердин шайкештиги',
  corridor: 'өлкөлөр коридору',
  role: 'рол',
  needType: 'колдоонун түрү',
  neededBy: 'акыркы мөөнөт',
  portfolio: 'портфелдеги компаниялар',
  synergy: 'портфель менен шайкештик',
};
