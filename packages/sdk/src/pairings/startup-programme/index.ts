import { exclusion } from '../gates/exclusion.ts';
import { listed } from '../gates/listed.ts';
import { exclusionLimit, facetLimit } from '../limits.ts';
import { row } from '../row.ts';
import { inCommonSignal } from '../signals/in-common.ts';
import { listedSignal } from '../signals/listed.ts';
import { sector } from '../signals/sector.ts';
import { call } from './call.ts';

const stage = {
  name: 'stage',
  codes: 'stage',
  states: { side: 'startup', facet: 'stage' },
  takes: { side: 'programme', facet: 'stages', path: '/stages' },
} as const;
const country = {
  name: 'country',
  codes: 'country',
  states: { side: 'startup', facet: 'country' },
  takes: { side: 'programme', facet: 'countries', path: '/startupCountries' },
} as const;

/**
 * Startups and the programmes to which they can apply. The text leads; beside it a programme weighs the sector and
 * the stage that it is made for, and a startup, which takes part for weeks, whether it can follow the language.
 *
 * Source: judgement, checked by `npm run eval -- programmes`, which feedback corrects hub by hub.
 */
export const startupProgramme = row({
  sides: ['startup', 'programme'],
  gates: [call, listed(stage), listed(country), exclusion({ sides: ['startup', 'programme'] })],
  signals: [
    sector({ sides: ['startup', 'programme'] }),
    listedSignal(stage),
    listedSignal(country),
    inCommonSignal({
      name: 'language',
      codes: 'language',
      lists: [
        { side: 'startup', facet: 'languages' },
        { side: 'programme', facet: 'languages' },
      ],
    }),
  ],
  limits: {
    startup: [],
    programme: [
      facetLimit('stage', '/stages', 'stages'),
      facetLimit('country', '/startupCountries', 'countries'),
      exclusionLimit,
    ],
  },
  weights: {
    startup: { semantic: 0.6, sector: 0.15, stage: 0.1, country: 0.05, language: 0.1 },
    programme: { semantic: 0.6, sector: 0.17, stage: 0.13, country: 0.05, language: 0.05 },
  },
});
