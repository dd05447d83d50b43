import type { Startup } from '../startup.ts';
import { type FactsOf, figure, many, one } from './fact.ts';
import { country, languages, sectors } from './shared.ts';

export const startupFacts: FactsOf<Startup> = {
  country,
  stage: one('stage', (code, to) => to.stage(code)),
  raise: one('raise', ({ amount, currency, instrument }, to) =>
    [to.money({ amount, currency }), instrument && to.instrument(instrument)].filter(Boolean).join(', '),
  ),
  sectors,
  trl: figure('trl'),
  targetMarkets: many('targetMarkets', (code, to) => to.place(code)),
  languages,
  team: one('team', ({ size }, to) => (size === undefined ? '' : to.number(size))),
  roles: many('roles', (code, to) => to.role(code)),
};
