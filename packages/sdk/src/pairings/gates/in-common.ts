import type { Gate, Repair } from '../../engine/pairing.ts';
import type { Kind } from '../../kinds/index.ts';
import type { CodeFacet } from '../../strings/message-types.ts';
import { facetOf, type ManyCodes, type Owned, type Stated } from '../facet.ts';
import { fail, PASS, type PairOf, UNKNOWN } from '../verdict.ts';

interface InCommon<A extends Kind, B extends Kind> {
  readonly name: string;
  /** What the codes are of. */
  readonly codes: CodeFacet;
  /** The list of each side; one with a `path` could also hold codes of the other. */
  readonly lists: readonly [Stated<A, ManyCodes> | Owned<A, ManyCodes>, Stated<B, ManyCodes> | Owned<B, ManyCodes>];
}

/** The lists of both sides have to share a code: a language, a role. */
export function inCommon<A extends Kind, B extends Kind>({
  name,
  codes: facet,
  lists: [a, b],
}: InCommon<A, B>): Gate<PairOf<A, B>> {
  const both = (pair: PairOf<A, B>) => {
    const own: readonly string[] | undefined = facetOf<A, ManyCodes>(pair, a);
    const other: readonly string[] | undefined = facetOf<B, ManyCodes>(pair, b);
    return own && other ? ([own, other] as const) : undefined;
  };
  return {
    name,
    codes: ({ kind, facets }) => facets[kind === a.side ? a.facet : b.facet],
    check(pair) {
      const stated = both(pair);
      if (!stated) return UNKNOWN;
      const [own, other] = stated;
      return own.some((code) => other.includes(code))
        ? PASS
        : fail({ key: 'pair.different', evidence: { facet, sides: [a.side, b.side], codes: [[...own], [...other]] } });
    },
    repairs(pair) {
      const stated = both(pair);
      if (!stated) return [];
      const [own, other] = stated;
      return [...widen(a, own, other, facet), ...widen(b, other, own, facet)];
    },
  };
}

/** The one side takes a code of the other: the first, since one is enough. */
function widen(
  list: Stated<Kind, ManyCodes> | Owned<Kind, ManyCodes>,
  from: readonly string[],
  [code]: readonly string[],
  facet: CodeFacet,
): Repair[] {
  if (!('path' in list) || code === undefined) return [];
  const message = { key: 'pair.widen', evidence: { side: list.side, facet, codes: [code] } } as const;
  return [[{ side: list.side, path: list.path, from, to: [...from, code], message }]];
}
