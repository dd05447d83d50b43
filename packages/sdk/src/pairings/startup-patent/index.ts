import { facetLimit } from '../limits.ts';
import { row } from '../row.ts';
import { inCommonSignal } from '../signals/in-common.ts';
import { sector } from '../signals/sector.ts';
import { inForce } from './in-force.ts';
import { licence, licenceCountries, licenceSignal } from './licence.ts';

/**
 * Startups and the patents that they could use under a licence. The text leads; beside it a startup weighs where it
 * may use the invention, and the owner of a patent the sector in which it would be used.
 *
 * Source of the weights: judgement, checked by `npm run eval -- patents`, which feedback corrects hub by hub.
 */
export const startupPatent = row({
  sides: ['startup', 'patent'],
  gates: [licence, licenceCountries, inForce],
  signals: [
    sector({ sides: ['startup', 'patent'] }),
    licenceSignal,
    inCommonSignal({
      name: 'language',
      codes: 'language',
      lists: [
        { side: 'startup', facet: 'languages' },
        { side: 'patent', facet: 'languages' },
      ],
    }),
  ],
  limits: {
    startup: [],
    patent: [
      facetLimit('licence', '/licence/type', 'licenceType'),
      facetLimit('licenceCountries', '/licence/countries', 'countries'),
    ],
  },
  weights: {
    startup: { semantic: 0.7, sector: 0.15, country: 0.1, language: 0.05 },
    patent: { semantic: 0.7, sector: 0.2, country: 0.05, language: 0.05 },
  },
});
