import type { Measure, Message, Signal } from '../../engine/pairing.ts';
import { SAME_FIELD } from '../../engine/weights.ts';
import { parentOf, type SectorCode } from '../../facets/index.ts';
import type { Kind } from '../../kinds/index.ts';
import { isCovered } from '../gates/exclusion.ts';
import type { PairOf } from '../verdict.ts';

interface Says<K extends Kind> {
  shared(sectors: readonly SectorCode[]): Message;
  related(own: SectorCode, wanted: SectorCode): Message;
  different(own: readonly SectorCode[], wanted: readonly SectorCode[]): Message;
  unknown(side: K): Message;
}

interface Sector<A extends Kind, B extends Kind> {
  /** The side that has sectors, and the side that wants some. */
  readonly sides: readonly [A, B];
  /** @default sentences that name both sides */
  readonly says?: Says<A | B>;
}

/** Whether a side wants a sector of the other, or at least its field. */
export function sector<A extends Kind, B extends Kind>({
  sides: [has, wants],
  says = {
    shared: (codes) => ({ key: 'pair.shared', evidence: { facet: 'sector', codes } }),
    related: (own, wanted) => ({ key: 'pair.related', evidence: { sides: [has, wants], codes: [own, wanted] } }),
    different: (own, wanted) => ({
      key: 'pair.different',
      evidence: { facet: 'sector', sides: [has, wants], codes: [own, wanted] },
    }),
    unknown: (side) => ({ key: 'pair.unknown', evidence: { side, facet: 'sector' } }),
  },
}: Sector<A, B>): Signal<PairOf<A, B>> {
  const unknown = (side: A | B): Measure => ({ value: null, caution: says.unknown(side) });
  return {
    name: 'sector',
    measure(pair) {
      const own = pair[has].facets.sectors;
      const wanted = pair[wants].facets.sectors;
      if (!own) return unknown(has);
      if (!wanted) return unknown(wants);
      const shared = own.filter((code) => isCovered(code, wanted));
      if (shared.length > 0) return { value: 1, reason: says.shared(shared) };
      for (const s of own) {
        const related = wanted.find((w) => (parentOf(w) ?? w) === (parentOf(s) ?? s));
        if (related) return { value: SAME_FIELD, reason: says.related(s, related) };
      }
      return { value: 0, caution: says.different([...own], [...wanted]) };
    },
  };
}
