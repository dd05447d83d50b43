import type { Expert } from '../expert.ts';
import { type FactsOf, figure, many, yes } from './fact.ts';
import { country, languages, sectors } from './shared.ts';

export const expertFacts: FactsOf<Expert> = {
  country,
  sectors,
  roles: many('roles', (code, to) => to.role(code)),
  teamCountries: many('teamCountries', (code, to) => to.place(code)),
  remote: yes('remote'),
  languages,
  skills: many('skills', (skill) => skill),
  experienceYears: figure('experienceYears'),
  hoursPerWeek: figure('hoursPerWeek'),
};
