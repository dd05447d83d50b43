import type { Lab } from '../lab.ts';
import { type FactsOf, figure, many, one } from './fact.ts';
import { country, languages, lineText, sectors } from './shared.ts';

export const labFacts: FactsOf<Lab> = {
  country,
  accreditation: one('accreditation', ({ body, number, validUntil }, to) =>
    [body, number, validUntil && `${to.facet('validUntil')} – ${to.date(validUntil)}`].filter(Boolean).join(', '),
  ),
  scope: one('scope', (lines, to) => lines.map((line) => lineText(line, to)).join('; ')),
  leadTimeDays: figure('leadTimeDays'),
  capacityPerMonth: figure('capacityPerMonth'),
  recognisedIn: many('recognisedIn', (code, to) => to.place(code)),
  sectors,
  languages,
};
