import type { Gate, Repair } from '../../engine/pairing.ts';
import { until } from '../gates/until.ts';
import { fail, type PairOf } from '../verdict.ts';

const onTime = until({ side: 'need', facet: 'neededBy', path: '/neededBy' });

/**
 * The last day of the need must not have passed, and the offer has to begin by it. One gate: a day that has passed
 * is too early for any beginning. An offer that begins later than today, and in time, is one to plan with.
 */
export const inTime: Gate<PairOf<'need', 'offer'>> = {
  name: 'neededBy',
  check(pair, day) {
    const verdict = onTime.check(pair, day);
    const { neededBy } = pair.need.facets;
    const { availableFrom: from } = pair.offer.facets;
    if (verdict.outcome !== 'pass' || neededBy === undefined || from === undefined || from <= neededBy) return verdict;
    return fail({ key: 'pair.begins_late', evidence: { sides: ['need', 'offer'], date: neededBy, from } });
  },
  repairs(pair, day) {
    const { neededBy } = pair.need.facets;
    const { availableFrom: from } = pair.offer.facets;
    const wait = onTime.repairs(pair, from !== undefined && from > day ? from : day);
    if (neededBy === undefined || from === undefined || neededBy < day) return wait;
    const message = { key: 'pair.begin_by', evidence: { side: 'offer', date: neededBy } } as const;
    const hurry: Repair = [{ side: 'offer', path: '/availability/from', from, to: neededBy, message }];
    return [...wait, hurry];
  },
};
