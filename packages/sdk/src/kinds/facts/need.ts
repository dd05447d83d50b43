import type { Need } from '../need.ts';
import { type FactsOf, many, one } from './fact.ts';
import { country, languages, sectors, terms, test } from './shared.ts';

export const needFacts: FactsOf<Need> = {
  types: many('needType', (code, to) => to.needType(code)),
  country,
  sectors,
  neededBy: one('neededBy', (date, to) => to.date(date)),
  supplierCountries: many('supplierCountries', (code, to) => to.place(code)),
  terms,
  test,
  languages,
};
