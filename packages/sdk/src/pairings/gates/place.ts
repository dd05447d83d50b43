import type { Gate } from '../../engine/pairing.ts';
import type { Kind } from '../../kinds/index.ts';
import type { Owned, Stated } from '../facet.ts';
import { PASS, type PairOf } from '../verdict.ts';
import { listed } from './listed.ts';

export interface Place<A extends Kind, B extends Kind> {
  readonly name: string;
  /** The side that is in a country. */
  readonly states: Stated<A, 'country'>;
  /** The side that works in some countries alone, unless it works from afar. */
  readonly takes: Owned<B, 'countries'>;
}

/** The countries in which one side works with the other; who works from afar does in any. */
export function place<A extends Kind, B extends Kind>({ name, states, takes }: Place<A, B>): Gate<PairOf<A, B>> {
  const on = listed({ name, codes: 'country', states, takes });
  const side: Kind = takes.side;
  return {
    ...on,
    codes: (profile) => (profile.kind === side && profile.facets.remote ? undefined : on.codes?.(profile)),
    check: (pair, day) => (pair[takes.side].facets.remote ? PASS : on.check(pair, day)),
    repairs(pair, day) {
      const message = { key: 'pair.could_be_remote', evidence: { side } } as const;
      const from = pair[takes.side].facets.remote;
      return [...on.repairs(pair, day), [{ side, path: '/remote', from, to: true, message }]];
    },
  };
}
