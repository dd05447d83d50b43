import { until } from '../gates/until.ts';
import { row } from '../row.ts';
import { inCommonSignal } from '../signals/in-common.ts';
import { sector } from '../signals/sector.ts';
import { recognitionGate, recognitionSignal } from '../testing/recognition.ts';
import { scopeGates, scopeSignal } from '../testing/scope.ts';

/**
 * Patents and the laboratories that could prove what they describe. Where a patent states the test, the scope decides
 * line by line as it does for a need; where it states none, text and field order the laboratories. That protection has
 * ended keeps nobody from a measurement.
 *
 * Source of the weights: judgement, checked by `npm run eval -- patent-labs`, which feedback corrects hub by hub.
 */
export const patentLab = row({
  sides: ['patent', 'lab'],
  gates: [
    ...scopeGates('patent'),
    recognitionGate('patent'),
    until({ side: 'lab', facet: 'validUntil', path: '/accreditation/validUntil' }),
  ],
  signals: [
    sector({ sides: ['patent', 'lab'] }),
    scopeSignal('patent'),
    // Where a licence is offered, the proof has to be believed.
    recognitionSignal(
      'patent',
      ({ test, countries, country }) => test?.countries ?? countries ?? (country && [country]),
    ),
    inCommonSignal({
      name: 'language',
      codes: 'language',
      lists: [
        { side: 'patent', facet: 'languages' },
        { side: 'lab', facet: 'languages' },
      ],
    }),
  ],
  limits: { patent: [], lab: [] },
  weights: {
    patent: { semantic: 0.6, sector: 0.1, scope: 0.2, country: 0.05, language: 0.05 },
    lab: { semantic: 0.65, sector: 0.1, scope: 0.15, country: 0.05, language: 0.05 },
  },
});
