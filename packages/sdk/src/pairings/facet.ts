import type { Facets, NormalProfile } from '../engine/normalise.ts';
import type { Kind } from '../kinds/index.ts';

/** The facets of which a profile states one code, and those of which it states a list. */
export type OneCode = { [F in keyof Facets]-?: NonNullable<Facets[F]> extends string ? F : never }[keyof Facets];
export type ManyCodes = {
  [F in keyof Facets]-?: NonNullable<Facets[F]> extends readonly string[] ? F : never;
}[keyof Facets];

/** The value of a facet where it is stated. */
export type Value<F extends keyof Facets> = NonNullable<Facets[F]>;

/** A facet of one side of a pairing. */
export interface Stated<K extends Kind, F extends keyof Facets> {
  readonly side: K;
  readonly facet: F;
}

/** The same, where its owner may state another value: the JSON Pointer (RFC 6901) to the field. */
export interface Owned<K extends Kind, F extends keyof Facets> extends Stated<K, F> {
  readonly path: string;
}

/** What one side of a pair states. */
export const facetOf = <K extends Kind, F extends keyof Facets>(
  pair: Readonly<Record<K, NormalProfile>>,
  { side, facet }: Stated<K, F>,
): Facets[F] => pair[side].facets[facet];
