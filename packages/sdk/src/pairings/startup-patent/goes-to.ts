import type { Facets } from '../../engine/normalise.ts';
import type { CountryCode } from '../../facets/index.ts';

/** Where a startup makes or sells: at home and in its target markets. Undefined: it states neither. */
export function goesTo({ country, targetMarkets = [] }: Facets): readonly CountryCode[] | undefined {
  const codes = new Set([...(country ? [country] : []), ...targetMarkets]);
  return codes.size > 0 ? [...codes] : undefined;
}
