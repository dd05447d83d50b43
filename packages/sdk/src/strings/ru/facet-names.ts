import type { FacetName } from '../locale-strings.ts';

export const facetNames: Readonly<Record<FacetName, string>> = {
  sector: 'отрасль',
  excludedSectors: 'исключённые отрасли',
  stage: 'стадия',
  trl: 'уровень готовности технологии',
  country: 'страна',
  targetMarkets: 'целевые рынки',
  raise: 'искомая сумма',
  ticket: 'размер одной инвестиции',
  instrument: 'форма финансирования',
  language: 'язык',
  investorType: 'тип инвестора',
  currency: 'валюта',
  region: 'регион',
  semantic: 'близость текстов',
  corridor: 'коридор стран',
  role: 'роль',
  needType: 'вид помощи',
  neededBy: 'крайний срок',
  portfolio: 'портфельные компании',
  synergy: 'синергия с портфелем',
};
