import { until } from '../gates/until.ts';
import { row } from '../row.ts';
import { inCommonSignal } from '../signals/in-common.ts';
import { sector } from '../signals/sector.ts';
import { recognitionSignal } from '../testing/recognition.ts';

/**
 * Startups and laboratories, before a need is written down: whose field it is, and whether its certificates hold
 * where the startup goes. What a product has to be tested for stands in no startup, so that nothing of a scope is asked.
 *
 * Source of the weights: judgement, checked by `npm run eval -- startup-labs`, which feedback corrects hub by hub.
 */
export const startupLab = row({
  sides: ['startup', 'lab'],
  gates: [until({ side: 'lab', facet: 'validUntil', path: '/accreditation/validUntil' })],
  signals: [
    sector({ sides: ['startup', 'lab'] }),
    recognitionSignal('startup', ({ targetMarkets, country }) => targetMarkets ?? (country && [country])),
    inCommonSignal({
      name: 'language',
      codes: 'language',
      lists: [
        { side: 'startup', facet: 'languages' },
        { side: 'lab', facet: 'languages' },
      ],
    }),
  ],
  limits: { startup: [], lab: [] },
  weights: {
    startup: { semantic: 0.75, sector: 0.1, country: 0.1, language: 0.05 },
    lab: { semantic: 0.8, sector: 0.1, country: 0.05, language: 0.05 },
  },
});
