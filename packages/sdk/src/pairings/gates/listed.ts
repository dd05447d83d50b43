import type { Gate, Message } from '../../engine/pairing.ts';
import type { Kind } from '../../kinds/index.ts';
import type { CodeFacet } from '../../strings/message-types.ts';
import { facetOf, type ManyCodes, type OneCode, type Owned, type Stated, type Value } from '../facet.ts';
import { fail, PASS, type PairOf, UNKNOWN } from '../verdict.ts';

interface Listed<A extends Kind, B extends Kind, F extends OneCode, L extends ManyCodes> {
  readonly name: string;
  /** What the codes are of. */
  readonly codes: CodeFacet;
  /** The side that states one code. It is a fact, and nobody is told to alter it. */
  readonly states: Stated<A, F>;
  /** The side that takes some codes alone. */
  readonly takes: Owned<B, L>;
  /** @default sentences that name both sides */
  readonly says?: {
    outside(code: Value<F>, codes: Value<L>): Message;
    widen(code: Value<F>): Message;
  };
}

/** The code that one side states has to be among those that the other takes: a stage, a country. */
export function listed<A extends Kind, B extends Kind, F extends OneCode, L extends ManyCodes>({
  name,
  codes: facet,
  states,
  takes,
  says = {
    outside: (code, codes) => ({
      key: 'pair.outside',
      evidence: { facet, sides: [states.side, takes.side], code, codes: [...codes] },
    }),
    widen: (code) => ({ key: 'pair.widen', evidence: { side: takes.side, facet, codes: [code] } }),
  },
}: Listed<A, B, F, L>): Gate<PairOf<A, B>> {
  return {
    name,
    codes({ kind, facets }) {
      if (kind === takes.side) return facets[takes.facet] as readonly string[] | undefined;
      const own = facets[states.facet] as string | undefined;
      return own === undefined ? undefined : [own];
    },
    check(pair) {
      const own = facetOf<A, F>(pair, states);
      const list = facetOf<B, L>(pair, takes);
      if (own === undefined || list === undefined) return UNKNOWN;
      return (list as readonly string[]).includes(own as string) ? PASS : fail(says.outside(own, list));
    },
    repairs(pair) {
      const own = facetOf<A, F>(pair, states);
      const from = facetOf<B, L>(pair, takes) as readonly string[] | undefined;
      if (own === undefined || from === undefined) return [];
      return [[{ side: takes.side, path: takes.path, from, to: [...from, own], message: says.widen(own) }]];
    },
  };
}
