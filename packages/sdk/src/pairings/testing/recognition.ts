import type { Day } from '../../engine/day.ts';
import type { NormalProfile } from '../../engine/normalise.ts';
import type { Gate, Signal } from '../../engine/pairing.ts';
import type { CountryCode } from '../../facets/index.ts';
import { recognisedThrough } from '../../measures/arrangements.ts';
import { fail, PASS, type PairOf, UNKNOWN } from '../verdict.ts';
import type { Tested } from './scope.ts';

/**
 * Where the certificates of a laboratory are recognised: at home, where it says so, and through its
 * accreditation body on that day. Undefined: neither of the latter is known.
 */
function recognisedBy({ facets }: NormalProfile, day?: Day): readonly CountryCode[] | undefined {
  const { countries, accreditedBy, country } = facets;
  const through = accreditedBy === undefined ? undefined : recognisedThrough(accreditedBy, day);
  if (!countries && !through) return undefined;
  return [...(country ? [country] : []), ...(countries ?? []), ...(through ?? [])];
}

/** The certificate has to be recognised in every country that a test names. */
export const recognitionGate = <K extends Tested>(side: K): Gate<PairOf<K, 'lab'>> => ({
  name: 'recognition',
  check(pair, day) {
    const wanted = pair[side].facets.test?.countries;
    const known = wanted && recognisedBy(pair.lab, day);
    if (!known) return UNKNOWN;
    const missing = wanted.filter((code) => !known.includes(code));
    return missing.length === 0
      ? PASS
      : fail({ key: 'pair.not_recognised', evidence: { side: 'lab', countries: missing, day } });
  },
  repairs: () => [],
});

/**
 * Of the countries that one side goes to, the share in which certificates of a laboratory are recognised. A signal
 * knows no day: arrangements count that have no end yet.
 */
export const recognitionSignal = <K extends Tested>(
  side: K,
  goesTo: (facets: NormalProfile['facets']) => readonly CountryCode[] | undefined,
): Signal<PairOf<K, 'lab'>> => ({
  name: 'country',
  measure(pair) {
    const wanted = goesTo(pair[side].facets);
    if (!wanted) return { value: null };
    const known = recognisedBy(pair.lab);
    if (!known)
      return { value: null, caution: { key: 'pair.unknown', evidence: { side: 'lab', facet: 'recognition' } } };
    const countries = wanted.filter((code) => known.includes(code));
    return {
      value: countries.length / wanted.length,
      ...(countries.length > 0 && { reason: { key: 'pair.recognised', evidence: { side: 'lab', countries } } }),
    } as const;
  },
});
