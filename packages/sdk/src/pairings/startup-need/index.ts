import { listed } from '../gates/listed.ts';
import { until } from '../gates/until.ts';
import { facetLimit } from '../limits.ts';
import { row } from '../row.ts';
import { inCommonSignal } from '../signals/in-common.ts';
import { listedSignal } from '../signals/listed.ts';
import { sector } from '../signals/sector.ts';

const country = {
  name: 'country',
  codes: 'country',
  states: { side: 'startup', facet: 'country' },
  takes: { side: 'need', facet: 'countries', path: '/supplierCountries' },
} as const;
const languages = {
  name: 'language',
  codes: 'language',
  lists: [
    { side: 'startup', facet: 'languages' },
    { side: 'need', facet: 'languages' },
  ],
} as const;

/**
 * Startups and what others need of them: a first customer, a pilot, data. The text leads, since what is needed
 * stands nowhere else; a language in common only counts, for what is bought needs no common office.
 *
 * Source: judgement, checked by `npm run eval -- needs`, which feedback corrects hub by hub.
 */
export const startupNeed = row({
  sides: ['startup', 'need'],
  gates: [listed(country), until({ side: 'need', facet: 'neededBy', path: '/neededBy' })],
  signals: [sector({ sides: ['startup', 'need'] }), listedSignal(country), inCommonSignal(languages)],
  limits: {
    startup: [],
    need: [facetLimit('country', '/supplierCountries', 'countries'), facetLimit('neededBy', '/neededBy', 'neededBy')],
  },
  weights: {
    startup: { semantic: 0.75, sector: 0.15, country: 0.05, language: 0.05 },
    need: { semantic: 0.75, sector: 0.12, country: 0.08, language: 0.05 },
  },
});
