import type { Investor } from '../investor.ts';
import { type FactsOf, many, one } from './fact.ts';
import { country, excludedSectors, languages, sectors } from './shared.ts';

export const investorFacts: FactsOf<Investor> = {
  type: one('investorType', (code, to) => to.investorType(code)),
  country,
  stages: many('stage', (code, to) => to.stage(code)),
  ticket: one('ticket', ({ min, max, currency }, to) => {
    const money = (amount: number) => ({ amount, currency });
    return to.moneyRange({ ...(min && { min: money(min) }), ...(max && { max: money(max) }) });
  }),
  sectors,
  excludedSectors,
  countries: many('countries', (code, to) => to.place(code)),
  instruments: many('instrument', (code, to) => to.instrument(code)),
  role: one('role', (code, to) => to.roundRole(code)),
  languages,
};
