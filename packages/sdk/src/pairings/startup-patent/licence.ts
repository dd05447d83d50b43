import type { Gate, Signal } from '../../engine/pairing.ts';
import type { CountryCode } from '../../facets/index.ts';
import { fail, PASS, type PairOf, UNKNOWN } from '../verdict.ts';
import { goesTo } from './goes-to.ts';
import { forceIn } from './in-force.ts';

type StartupPatentPair = PairOf<'startup', 'patent'>;

/** A licence has to be given at all. */
export const licence: Gate<StartupPatentPair> = {
  name: 'licence',
  check({ patent }) {
    const { licenceType } = patent.facets;
    if (licenceType === undefined) return UNKNOWN;
    return licenceType === 'none' ? fail({ key: 'pair.no_licence', evidence: { side: 'patent' } }) : PASS;
  },
  repairs: () => [
    [
      {
        side: 'patent',
        path: '/licence/type',
        from: 'none',
        to: 'either',
        message: { key: 'pair.offer_licence', evidence: { side: 'patent' } },
      },
    ],
  ],
};

/** It has to be offered in the startup's country or in one of its target markets. */
export const licenceCountries: Gate<StartupPatentPair> = {
  name: 'licenceCountries',
  codes: ({ kind, facets }) => (kind === 'startup' ? goesTo(facets) : facets.countries),
  check({ startup, patent }) {
    const wanted = goesTo(startup.facets);
    const { countries: offered } = patent.facets;
    if (!wanted || !offered) return UNKNOWN;
    if (wanted.some((code) => offered.includes(code))) return PASS;
    return fail({
      key: 'pair.different',
      evidence: { facet: 'licenceCountries', sides: ['startup', 'patent'], codes: [[...wanted], [...offered]] },
    });
  },
  repairs({ startup, patent }, day) {
    const { countries: from, jurisdictions } = patent.facets;
    // A licence helps nobody where protection has ended.
    const helps = (code: CountryCode) => !jurisdictions || forceIn(jurisdictions, [code], day).outcome !== 'fail';
    const code = goesTo(startup.facets)?.find(helps);
    if (code === undefined || !from) return [];
    const message = {
      key: 'pair.widen',
      evidence: { side: 'patent', facet: 'licenceCountries', codes: [code] },
    } as const;
    return [[{ side: 'patent', path: '/licence/countries', from, to: [...from, code], message }]];
  },
};

/** Of the countries to which a startup goes, the share in which a licence is offered. */
export const licenceSignal: Signal<StartupPatentPair> = {
  name: 'country',
  measure({ startup, patent }) {
    const wanted = goesTo(startup.facets);
    if (!wanted)
      return { value: null, caution: { key: 'pair.unknown', evidence: { side: 'startup', facet: 'country' } } };
    const { countries: offered } = patent.facets;
    if (!offered)
      return {
        value: null,
        caution: { key: 'pair.unknown', evidence: { side: 'patent', facet: 'licenceCountries' } },
      };
    const countries: CountryCode[] = wanted.filter((code) => offered.includes(code));
    return {
      value: countries.length / wanted.length,
      ...(countries.length > 0 && { reason: { key: 'pair.licensed_in', evidence: { side: 'patent', countries } } }),
    } as const;
  },
};
