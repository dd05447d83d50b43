import type { Expert, Investor, MatchList, MatchQuery, Need, Startup } from '@kopru/sdk/schema';
import { LOCALE_STRINGS } from '@kopru/sdk/strings';

/** What the codes on some cards are called in the language that `explain` names, so that a page need not load it all. */
export function namesOn(cards: readonly object[], explain: MatchQuery['explain']): Pick<MatchList, 'names'> {
  if (!explain) return {};
  const { sectors, countries, languages, facets } = LOCALE_STRINGS[explain];
  // A card holds the fields of its kind only, but of which kind the type does not say.
  const all = cards as readonly Partial<
    Omit<Startup, 'private'> & Omit<Investor, 'private'> & Omit<Expert, 'private'> & Omit<Need, 'private'>
  >[];
  const places = all.flatMap((card) => [
    card.country,
    ...(card.countries ?? []),
    ...(card.targetMarkets ?? []),
    ...(card.supplierCountries ?? []),
  ]);
  return {
    names: {
      sectors: named(
        sectors,
        all.flatMap((card) => [...(card.sectors ?? []), ...(card.excludedSectors ?? [])]),
      ),
      countries: named(countries, places),
      regions: named(facets.regions, places),
      languages: named(
        languages,
        all.flatMap((card) => card.languages ?? []),
      ),
      stages: named(
        facets.stages,
        all.flatMap((card) => [card.stage, ...(card.stages ?? [])]),
      ),
      instruments: named(
        facets.instruments,
        all.flatMap((card) => [card.raise?.instrument, ...(card.instruments ?? [])]),
      ),
      investorTypes: named(
        facets.investorTypes,
        all.map((card) => card.type),
      ),
      roles: named(
        facets.roles,
        all.flatMap((card) => card.roles ?? []),
      ),
      needTypes: named(
        facets.needTypes,
        all.flatMap((card) => card.types ?? []),
      ),
      roundRoles: named(
        facets.roundRoles,
        all.map((card) => card.role),
      ),
      fields: named(
        facets.fields,
        all.flatMap((card) => Object.keys(card)),
      ),
    },
  };
}

/** Of some codes those that a table has, each once, with their names. */
function named(
  table: Readonly<Record<string, string>>,
  codes: readonly (string | undefined)[],
): Record<string, string> {
  const known = [...new Set(codes)].filter((code) => code !== undefined && Object.hasOwn(table, code)) as string[];
  return Object.fromEntries(known.map((code) => [code, table[code] as string]));
}
