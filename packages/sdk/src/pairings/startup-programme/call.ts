import type { Facets } from '../../engine/normalise.ts';
import type { Gate } from '../../engine/pairing.ts';
import { isOpen } from '../../facets/index.ts';
import { fail, PASS, type PairOf, UNKNOWN } from '../verdict.ts';

type Calls = NonNullable<Facets['calls']>;

/**
 * A call has to take applications on the day of the question. Of those that do not, the next one is told, and
 * where there is none, when the last one closed. Nobody is asked to move a call: whoever is late waits.
 */
export const call: Gate<PairOf<'programme', 'programme'>> = {
  name: 'call',
  check({ programme }, day) {
    const { calls } = programme.facets;
    if (calls === undefined) return UNKNOWN;
    if (calls.some((one) => isOpen(one, day))) return PASS;
    const next = nextAfter(calls, day);
    if (next) return fail({ key: 'pair.call_opens', evidence: { side: 'programme', date: next } });
    return fail({ key: 'pair.call_closed', evidence: { side: 'programme', date: lastBefore(calls) } });
  },
  repairs: () => [],
};

/** The first day on which a call opens; undefined where all that are not open are over. */
const nextAfter = (calls: Calls, day: string): string | undefined =>
  calls.flatMap(({ opensOn }) => (opensOn !== undefined && opensOn > day ? opensOn : [])).sort()[0];

/** The last day of the calls, each of which is over and so says when it ended. */
const lastBefore = (calls: Calls): string =>
  calls
    .flatMap(({ closesOn }) => closesOn ?? [])
    .sort()
    .at(-1) as string;
