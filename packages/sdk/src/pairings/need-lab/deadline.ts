import { dayAfter, daysBetween } from '../../engine/day.ts';
import type { Gate, Repair } from '../../engine/pairing.ts';
import { until } from '../gates/until.ts';
import { fail, PASS, type PairOf } from '../verdict.ts';

const onTime = until({ side: 'need', facet: 'neededBy', path: '/neededBy' });

/**
 * The last day of the need must not have passed, and a laboratory that is asked on the day of the question has to
 * be ready by it. One gate: a day that has passed is too early for any lead time.
 */
export const deadline: Gate<PairOf<'need', 'lab'>> = {
  name: 'neededBy',
  check(pair, day) {
    const verdict = onTime.check(pair, day);
    const { neededBy } = pair.need.facets;
    const { leadTimeDays: days } = pair.lab.facets;
    if (verdict.outcome !== 'pass' || neededBy === undefined || days === undefined) return verdict;
    const ready = dayAfter(day, days);
    const margin = daysBetween(neededBy, ready);
    return margin <= 0
      ? PASS
      : fail({ key: 'pair.too_slow', evidence: { sides: ['need', 'lab'], date: neededBy, days, ready, margin } });
  },
  repairs(pair, day) {
    const { neededBy } = pair.need.facets;
    const { leadTimeDays: days } = pair.lab.facets;
    if (neededBy === undefined || days === undefined) return onTime.repairs(pair, day);
    const wait = onTime.repairs(pair, dayAfter(day, days));
    const left = daysBetween(day, neededBy);
    const message = { key: 'pair.faster', evidence: { side: 'lab', days: left } } as const;
    const hurry: Repair = [{ side: 'lab', path: '/leadTimeDays', from: days, to: left, message }];
    return left < 0 ? wait : [...wait, hurry];
  },
};
