import { listed } from '../gates/listed.ts';
import { until } from '../gates/until.ts';
import { facetLimit } from '../limits.ts';
import { row } from '../row.ts';
import { inCommonSignal } from '../signals/in-common.ts';
import { recognitionGate, recognitionSignal } from '../testing/recognition.ts';
import { scopeGates, scopeSignal } from '../testing/scope.ts';
import { deadline } from './deadline.ts';
import { help } from './help.ts';

const country = listed({
  name: 'country',
  codes: 'country',
  states: { side: 'lab', facet: 'country' },
  takes: { side: 'need', facet: 'countries', path: '/supplierCountries' },
});

/**
 * Needs and laboratories. What a test asks is decided by gates, line by line of the scope; the text only orders
 * those who may do it, and finds those whose scope says nothing of the matter.
 *
 * Source of the weights: judgement, checked by `npm run eval -- labs`, which feedback corrects hub by hub.
 */
export const needLab = row({
  sides: ['need', 'lab'],
  gates: [
    help,
    ...scopeGates('need'),
    recognitionGate('need'),
    until({ side: 'lab', facet: 'validUntil', path: '/accreditation/validUntil' }),
    country,
    deadline,
  ],
  signals: [
    scopeSignal('need'),
    recognitionSignal('need', ({ test, country: home }) => test?.countries ?? (home && [home])),
    inCommonSignal({
      name: 'language',
      codes: 'language',
      lists: [
        { side: 'need', facet: 'languages' },
        { side: 'lab', facet: 'languages' },
      ],
    }),
  ],
  limits: {
    need: [facetLimit('country', '/supplierCountries', 'countries'), facetLimit('neededBy', '/neededBy', 'neededBy')],
    lab: [],
  },
  weights: {
    need: { semantic: 0.55, scope: 0.3, country: 0.1, language: 0.05 },
    lab: { semantic: 0.6, scope: 0.3, country: 0.05, language: 0.05 },
  },
});
