import type { Signal } from '../../engine/pairing.ts';
import type { Kind } from '../../kinds/index.ts';
import type { Place } from '../gates/place.ts';
import type { PairOf } from '../verdict.ts';
import { listedSignal } from './listed.ts';

/** Whether one side works in the country of the other, or from afar. */
export function placeSignal<A extends Kind, B extends Kind>({
  states,
  takes,
}: Omit<Place<A, B>, 'name'>): Signal<PairOf<A, B>> {
  const on = listedSignal({ name: 'country', codes: 'country', states, takes });
  return {
    ...on,
    measure: (pair) =>
      // A side that says nothing of where it is, as a visitor who searches, is told nothing of this either.
      pair[states.side].facets.country && pair[takes.side].facets.remote
        ? { value: 1, reason: { key: 'pair.remote', evidence: { side: takes.side } } }
        : on.measure(pair),
  };
}
