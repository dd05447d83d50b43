import type { Patent } from '../patent.ts';
import { type FactsOf, many, one } from './fact.ts';
import { country, languages, sectors, test } from './shared.ts';

export const patentFacts: FactsOf<Patent> = {
  owner: one('owner', (owner) => owner),
  country,
  licence: one('licence', ({ type, countries = [], price }, to) =>
    [type && to.licenceType(type), countries.length > 0 && to.list(countries.map(to.place)), price]
      .filter(Boolean)
      .join('; '),
  ),
  jurisdictions: one('jurisdictions', (jurisdictions, to) =>
    jurisdictions
      .map(({ office, number, status, expiresOn }) => {
        const until = expiresOn && `… – ${to.date(expiresOn)}`;
        return `${to.office(office)}: ${[to.patentStatus(status), number, until].filter(Boolean).join(', ')}`;
      })
      .join('; '),
  ),
  classifications: many('classifications', (symbol) => symbol),
  sectors,
  test,
  languages,
};
