import type { Programme } from '../programme.ts';
import { type FactsOf, many, one } from './fact.ts';
import { country, excludedSectors, languages, sectors } from './shared.ts';

export const programmeFacts: FactsOf<Programme> = {
  type: one('programmeType', (code, to) => to.programmeType(code)),
  country,
  calls: one('calls', (calls, to) =>
    calls
      .map(({ name, opensOn, closesOn }) => {
        const days = [opensOn, closesOn].map((day) => (day === undefined ? '…' : to.date(day)));
        return [name, (opensOn ?? closesOn) && days.join(' – ')].filter(Boolean).join(': ');
      })
      .filter((call) => call !== '')
      .join('; '),
  ),
  stages: many('stage', (code, to) => to.stage(code)),
  startupCountries: many('startupCountries', (code, to) => to.place(code)),
  sectors,
  excludedSectors,
  grant: one('grant', (sum, to) => to.money(sum)),
  equity: one('equity', (share, to) => to.percent(share / 100, { decimals: 2 })),
  languages,
};
