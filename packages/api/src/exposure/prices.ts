import {
  computeExposure,
  type EmbeddedProfile,
  type HubWeights,
  type MatchIndex,
  type Pairing,
} from '@kopru/sdk/engine';
import { type Kind, mayBeShown } from '@kopru/sdk/schema';

/** The profiles of a pairing that lists may show, by side: those whose attention is shared. */
interface Market {
  readonly sides: readonly [Kind, Kind];
  readonly left: readonly EmbeddedProfile[];
  readonly right: readonly EmbeddedProfile[];
}

export function marketOf(index: MatchIndex, { sides }: Pick<Pairing, 'sides'>): Market {
  const shown = (kind: Kind) => [...index.all(kind)].filter(({ profile }) => mayBeShown(profile));
  return { sides, left: shown(sides[0]), right: shown(sides[1]) };
}

/**
 * Exposure prices of both sides, from the scores that lists have before they are ordered by them.
 * Their mean on a side is 0, as is the price of a profile that has none yet.
 *
 * @param isOther whether a profile is of another hub: two of those are in none of this hub's lists.
 */
export function priceMarket(
  index: MatchIndex,
  { sides: [a, b], left, right }: Market,
  isOther: (profile: { readonly id: string }) => boolean,
  weights?: HubWeights,
): Partial<Record<Kind, ReadonlyMap<string, number>>> {
  const place = new Map(right.map(({ profile }, j) => [profile.id, j]));
  const pairs = { left: [] as number[], right: [] as number[], score: [] as number[] };
  for (const [i, subject] of left.entries()) {
    const accept = (candidate: { readonly id: string }) => !(isOther(subject.profile) && isOther(candidate));
    for (const { id, score } of index.scores(subject, { kind: b, weights, accept })) {
      pairs.left.push(i);
      pairs.right.push(place.get(id) as number);
      pairs.score.push(score);
    }
  }
  const prices = computeExposure({
    left: left.length,
    right: right.length,
    pairs: {
      left: Uint32Array.from(pairs.left),
      right: Uint32Array.from(pairs.right),
      score: Float32Array.from(pairs.score),
    },
  });
  return { [a]: byId(left, prices.left), [b]: byId(right, prices.right) };
}

/** In steps of 0.01, finer than those of the score. */
const byId = (side: readonly EmbeddedProfile[], prices: Float64Array): ReadonlyMap<string, number> =>
  new Map(side.map(({ profile }, i) => [profile.id, Math.round((prices[i] as number) * 100) / 100]));
