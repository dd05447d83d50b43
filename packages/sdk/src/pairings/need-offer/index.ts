import { inCommon } from '../gates/in-common.ts';
import { listed } from '../gates/listed.ts';
import { place } from '../gates/place.ts';
import { until } from '../gates/until.ts';
import { facetLimit } from '../limits.ts';
import { row } from '../row.ts';
import { inCommonSignal } from '../signals/in-common.ts';
import { placeSignal } from '../signals/place.ts';
import { sector } from '../signals/sector.ts';
import { inTime } from './in-time.ts';

const help = {
  name: 'needType',
  codes: 'needType',
  lists: [
    { side: 'need', facet: 'types', path: '/types' },
    { side: 'offer', facet: 'types', path: '/types' },
  ],
} as const;
const languages = {
  name: 'language',
  codes: 'language',
  lists: [
    { side: 'need', facet: 'languages' },
    { side: 'offer', facet: 'languages' },
  ],
} as const;
const where = {
  name: 'offeredIn',
  states: { side: 'need', facet: 'country' },
  takes: { side: 'offer', facet: 'countries', path: '/offeredIn' },
} as const;

/**
 * Needs and what others offer: know-how, mentoring, time on equipment, data. People work together, so that a language
 * in common is a hard limit, as between teams and experts. The text leads; beside it counts the kind of help.
 *
 * Source of the weights: judgement, checked by `npm run eval -- offers`, which feedback corrects hub by hub.
 */
export const needOffer = row({
  sides: ['need', 'offer'],
  gates: [
    inCommon(help),
    listed({
      name: 'country',
      codes: 'country',
      states: { side: 'offer', facet: 'country' },
      takes: { side: 'need', facet: 'countries', path: '/supplierCountries' },
    }),
    place(where),
    inCommon(languages),
    inCommon({
      name: 'helpTerm',
      codes: 'helpTerm',
      lists: [
        { side: 'need', facet: 'terms', path: '/terms' },
        { side: 'offer', facet: 'terms', path: '/terms' },
      ],
    }),
    inTime,
    until({ side: 'offer', facet: 'availableUntil', path: '/availability/until' }),
  ],
  signals: [sector({ sides: ['need', 'offer'] }), placeSignal(where), inCommonSignal(languages), inCommonSignal(help)],
  limits: {
    need: [
      facetLimit('needType', '/types', 'types'),
      facetLimit('country', '/supplierCountries', 'countries'),
      facetLimit('helpTerm', '/terms', 'terms'),
      facetLimit('neededBy', '/neededBy', 'neededBy'),
    ],
    offer: [
      facetLimit('needType', '/types', 'types'),
      facetLimit('offeredIn', '/offeredIn', 'countries'),
      facetLimit('helpTerm', '/terms', 'terms'),
      facetLimit('neededBy', '/availability/from', 'availableFrom'),
      facetLimit('availableUntil', '/availability/until', 'availableUntil'),
    ],
  },
  weights: {
    need: { semantic: 0.6, sector: 0.12, country: 0.08, language: 0.05, needType: 0.15 },
    offer: { semantic: 0.6, sector: 0.17, country: 0.05, language: 0.05, needType: 0.13 },
  },
});
