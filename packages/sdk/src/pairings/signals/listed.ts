import type { Message, Signal, SignalName } from '../../engine/pairing.ts';
import type { Kind } from '../../kinds/index.ts';
import type { CodeFacet } from '../../strings/message-types.ts';
import { facetOf, type ManyCodes, type OneCode, type Stated, type Value } from '../facet.ts';
import type { PairOf } from '../verdict.ts';

interface Listed<A extends Kind, B extends Kind, F extends OneCode, L extends ManyCodes> {
  readonly name: SignalName;
  /** What the codes are of. */
  readonly codes: CodeFacet;
  /** The side that states one code. */
  readonly states: Stated<A, F>;
  /** The side that takes some. */
  readonly takes: Stated<B, L>;
  /** @default sentences that name both sides */
  readonly says?: {
    /** @param pair is read again for what the sentence speaks of beside the code. */
    accepted(code: Value<F>, pair: PairOf<A, B>): Message;
    unknown(side: A | B): Message;
  };
}

/** Whether the code that one side states is among those that the other takes. */
export function listedSignal<A extends Kind, B extends Kind, F extends OneCode, L extends ManyCodes>({
  name,
  codes: facet,
  states,
  takes,
  says = {
    accepted: (code) => ({ key: 'pair.accepted', evidence: { side: takes.side, facet, code } }),
    unknown: (side) => ({ key: 'pair.unknown', evidence: { side, facet } }),
  },
}: Listed<A, B, F, L>): Signal<PairOf<A, B>> {
  return {
    name,
    measure(pair) {
      const own = facetOf<A, F>(pair, states);
      const list = facetOf<B, L>(pair, takes);
      if (own === undefined) return { value: null, caution: says.unknown(states.side) };
      if (list === undefined) return { value: null, caution: says.unknown(takes.side) };
      return (list as readonly string[]).includes(own as string)
        ? { value: 1, reason: says.accepted(own, pair) }
        : { value: 0 };
    },
  };
}
