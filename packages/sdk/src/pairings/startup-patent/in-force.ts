import type { Day } from '../../engine/day.ts';
import type { Facets } from '../../engine/normalise.ts';
import type { Gate, Verdict } from '../../engine/pairing.ts';
import { type CountryCode, isInForce, type Jurisdiction, officesFor } from '../../facets/index.ts';
import { fail, PASS, type PairOf, UNKNOWN } from '../verdict.ts';
import { goesTo } from './goes-to.ts';

/**
 * Something has to be protected, or pending, on the day of the question in one of the countries that matter: those to
 * which the startup goes and in which a licence is offered. Nobody is asked to change a date.
 */
export const inForce: Gate<PairOf<'startup', 'patent'>> = {
  name: 'inForce',
  check({ startup, patent }, day) {
    const { jurisdictions } = patent.facets;
    return jurisdictions ? forceIn(jurisdictions, thatMatter(startup.facets, patent.facets), day) : UNKNOWN;
  },
  repairs: () => [],
};

/**
 * Whether there is protection in one of some countries. Where no office was asked for any of them, nothing is known
 * of them, unless it has ended everywhere.
 *
 * @param countries undefined: wherever it was asked for
 */
export function forceIn(
  jurisdictions: readonly Jurisdiction[],
  countries: readonly CountryCode[] | undefined,
  day: Day,
): Verdict {
  const asked = countries
    ? [...new Set(countries.flatMap((country) => officesFor(jurisdictions, country)))]
    : jurisdictions;
  const decisive = asked.length > 0 ? asked : jurisdictions;
  if (!decisive.some((one) => isInForce(one, day))) return fail(ended(decisive, day));
  return asked.length > 0 ? PASS : UNKNOWN;
}

function thatMatter(startup: Facets, { countries: offered }: Facets): readonly CountryCode[] | undefined {
  const wanted = goesTo(startup);
  if (!wanted || !offered) return wanted ?? offered;
  const both = wanted.filter((code) => offered.includes(code));
  // Where a licence is offered in none of them, another gate says so.
  return both.length > 0 ? both : wanted;
}

/** When the last of them ended, where that is known: what lapsed may not say when. */
function ended(jurisdictions: readonly Jurisdiction[], day: Day) {
  const evidence = { side: 'patent', offices: [...new Set(jurisdictions.map(({ office }) => office))] } as const;
  const date = jurisdictions
    .flatMap(({ expiresOn }) => (expiresOn !== undefined && expiresOn < day ? expiresOn : []))
    .sort()
    .at(-1);
  return date === undefined
    ? ({ key: 'pair.lapsed', evidence } as const)
    : ({ key: 'pair.not_in_force', evidence: { ...evidence, date } } as const);
}
