import type { Gate } from '../../engine/pairing.ts';
import type { NeedTypeCode } from '../../facets/index.ts';
import { fail, PASS, type PairOf, UNKNOWN } from '../verdict.ts';

/** What laboratories help with. */
const OF_LABS: readonly NeedTypeCode[] = ['testing', 'equipment_time'];

/** A need of something else, such as mentoring, is none of a laboratory's; one that names a test is. */
export const help: Gate<PairOf<'need', 'lab'>> = {
  name: 'needType',
  check({ need }) {
    const { types, test } = need.facets;
    if (test || types?.some((type) => OF_LABS.includes(type))) return PASS;
    if (!types) return UNKNOWN;
    return fail({
      key: 'pair.different',
      evidence: { facet: 'needType', sides: ['need', 'lab'], codes: [[...types], [...OF_LABS]] },
    });
  },
  repairs({ need }) {
    const from = need.facets.types;
    const message = { key: 'pair.widen', evidence: { side: 'need', facet: 'needType', codes: ['testing'] } } as const;
    return from ? [[{ side: 'need', path: '/types', from, to: [...from, 'testing'], message }]] : [];
  },
};
