import { inCommon } from '../gates/in-common.ts';
import { place } from '../gates/place.ts';
import { facetLimit } from '../limits.ts';
import { row } from '../row.ts';
import { corridor } from '../signals/corridor.ts';
import { inCommonSignal } from '../signals/in-common.ts';
import { placeSignal } from '../signals/place.ts';
import { sector } from '../signals/sector.ts';

const where = {
  name: 'country',
  states: { side: 'startup', facet: 'country' },
  takes: { side: 'expert', facet: 'countries', path: '/teamCountries' },
} as const;
const languages = {
  name: 'language',
  codes: 'language',
  lists: [
    { side: 'startup', facet: 'languages' },
    { side: 'expert', facet: 'languages' },
  ],
} as const;
const roles = {
  name: 'role',
  codes: 'role',
  lists: [
    { side: 'startup', facet: 'roles', path: '/roles' },
    { side: 'expert', facet: 'roles', path: '/roles' },
  ],
} as const;

/**
 * Teams and experts. People work together, so that a language in common is a hard limit here, where with
 * an investor it only counts. The text leads, as between startups and investors: what somebody can do
 * stands nowhere else. Then the team weighs the role that it lacks, and the expert the field of work.
 *
 * Source: judgement, checked by `npm run eval -- experts`, which feedback corrects hub by hub.
 */
export const startupExpert = row({
  sides: ['startup', 'expert'],
  gates: [place(where), inCommon(languages), inCommon(roles)],
  signals: [
    sector({ sides: ['startup', 'expert'] }),
    placeSignal(where),
    corridor({ sides: ['startup', 'expert'] }),
    inCommonSignal(languages),
    inCommonSignal(roles),
  ],
  limits: {
    startup: [facetLimit('role', '/roles', 'roles')],
    expert: [facetLimit('country', '/teamCountries', 'countries'), facetLimit('role', '/roles', 'roles')],
  },
  weights: {
    startup: { semantic: 0.6, sector: 0.12, country: 0.03, corridor: 0.03, language: 0.05, role: 0.17 },
    expert: { semantic: 0.6, sector: 0.19, country: 0.05, corridor: 0.01, language: 0.05, role: 0.1 },
  },
});
