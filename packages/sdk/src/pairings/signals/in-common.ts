import type { Message, Signal, SignalName } from '../../engine/pairing.ts';
import type { Kind } from '../../kinds/index.ts';
import type { CodeFacet } from '../../strings/message-types.ts';
import { facetOf, type ManyCodes, type Stated } from '../facet.ts';
import type { PairOf } from '../verdict.ts';

interface InCommon<A extends Kind, B extends Kind> {
  readonly name: SignalName;
  /** What the codes are of. */
  readonly codes: CodeFacet;
  readonly lists: readonly [Stated<A, ManyCodes>, Stated<B, ManyCodes>];
  /** @default sentences that name both sides */
  readonly says?: {
    shared(codes: readonly string[]): Message;
    different(own: readonly string[], other: readonly string[]): Message;
    unknown(side: A | B): Message;
  };
}

/** Whether the lists of both sides share a code. */
export function inCommonSignal<A extends Kind, B extends Kind>({
  name,
  codes: facet,
  lists: [a, b],
  says = {
    shared: (codes) => ({ key: 'pair.shared', evidence: { facet, codes } }),
    different: (own, other) => ({
      key: 'pair.different',
      evidence: { facet, sides: [a.side, b.side], codes: [own, other] },
    }),
    unknown: (side) => ({ key: 'pair.unknown', evidence: { side, facet } }),
  },
}: InCommon<A, B>): Signal<PairOf<A, B>> {
  return {
    name,
    measure(pair) {
      const own: readonly string[] | undefined = facetOf<A, ManyCodes>(pair, a);
      const other: readonly string[] | undefined = facetOf<B, ManyCodes>(pair, b);
      if (!own) return { value: null, caution: says.unknown(a.side) };
      if (!other) return { value: null, caution: says.unknown(b.side) };
      const shared = own.filter((code) => other.includes(code));
      return shared.length > 0
        ? { value: 1, reason: says.shared(shared) }
        : { value: 0, caution: says.different([...own], [...other]) };
    },
  };
}
