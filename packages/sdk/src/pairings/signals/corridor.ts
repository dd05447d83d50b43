import type { Message, Signal } from '../../engine/pairing.ts';
import { OTHER_CORRIDOR } from '../../engine/weights.ts';
import type { CountryCode } from '../../facets/index.ts';
import type { Kind } from '../../kinds/index.ts';
import type { PairOf } from '../verdict.ts';

interface Corridor<A extends Kind, B extends Kind> {
  /** The side that wants to enter markets, and the side that sits in one. */
  readonly sides: readonly [A, B];
  /** @default a sentence that names the side, and none of a country that is no target */
  readonly says?: { target(country: CountryCode): Message; other(country: CountryCode): Message };
}

/** Whether one side sits in a market that the other wants to enter. */
export function corridor<A extends Kind, B extends Kind>({
  sides: [enters, sits],
  says,
}: Corridor<A, B>): Signal<PairOf<A, B>> {
  const target = says?.target ?? ((country) => ({ key: 'pair.market', evidence: { side: sits, country } }) as const);
  return {
    name: 'corridor',
    measure(pair) {
      const { targetMarkets } = pair[enters].facets;
      const home = pair[sits].facets.country;
      if (!targetMarkets || !home) return { value: null };
      if (targetMarkets.includes(home)) return { value: 1, reason: target(home) };
      return { value: OTHER_CORRIDOR, ...(says && { caution: says.other(home) }) };
    },
  };
}
