import type { Gate } from '../../engine/pairing.ts';
import type { Kind } from '../../kinds/index.ts';
import type { DateFacet } from '../../strings/message-types.ts';
import type { Owned } from '../facet.ts';
import { fail, PASS, type PairOf, UNKNOWN } from '../verdict.ts';

/** The last day that one side names must not have passed on the day of the question. Nothing of it is in an index. */
export const until = <K extends Kind>({ side, facet, path }: Owned<K, DateFacet>): Gate<PairOf<K, K>> => ({
  name: facet,
  check(pair, day) {
    const date = pair[side].facets[facet];
    if (date === undefined) return UNKNOWN;
    return day <= date ? PASS : fail({ key: 'pair.past', evidence: { side, facet, date, day } });
  },
  repairs(pair, day) {
    const from = pair[side].facets[facet];
    return [[{ side, path, from, to: day, message: { key: 'pair.later', evidence: { side, facet, date: day } } }]];
  },
});
