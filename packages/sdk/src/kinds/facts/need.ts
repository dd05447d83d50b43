import type { Formatter } from '../../strings/index.ts';
import type { Need } from '../need.ts';
import { type FactsOf, many, one } from './fact.ts';
import { country, languages, sectors } from './shared.ts';

export const needFacts: FactsOf<Need> = {
  types: many('needType', (code, to) => to.needType(code)),
  country,
  sectors,
  neededBy: one('neededBy', (date, to) => to.date(date)),
  supplierCountries: many('supplierCountries', (code, to) => to.place(code)),
  test: one('test', ({ item, standards = [], range, uncertainty, countries = [] }, to) => {
    const reach = range && rangeText(range, to);
    const exact = uncertainty && `±${to.number(uncertainty.value, { decimals: 6 })} ${uncertainty.unit}`;
    return [item, reach, exact, ...standards, ...countries.map(to.place)].filter(Boolean).join(', ');
  }),
  languages,
};

/** `15–40 mm`, with a sign where one end is open. */
function rangeText({ min, max, unit }: NonNullable<NonNullable<Need['test']>['range']>, to: Formatter): string {
  const figure = (n: number) => to.number(n, { decimals: 6 });
  if (min === undefined) return `≤ ${figure(max as number)} ${unit}`;
  if (max === undefined) return `≥ ${figure(min)} ${unit}`;
  return `${figure(min)}–${figure(max)} ${unit}`;
}
