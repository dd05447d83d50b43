import type { Locale, Money } from '@kopru/sdk/facets';
import type { FacetName } from '@kopru/sdk/strings';
import { createFormats } from '@kopru/sdk/strings/formats';
import type { BaseWords } from '../strings/index.ts';

/**
 * The SDK's names and formats, in one language. A value may come from a newer API than
 * this code: a code that no vocabulary has stands for itself instead of breaking the page.
 */
export interface Labels {
  /** Names of facets and signals, in the form that stands alone. */
  readonly names: Readonly<Record<FacetName, string>>;
  /** The same, as inside a sentence. */
  readonly facets: Readonly<Record<FacetName, string>>;
  /** The form that stands alone. */
  alone(name: string): string;
  /** At most `decimals` places, 0 to 20. */
  number(n: number, decimals: number): string;
  /** `ratio` 0.25 is 25 per cent. */
  percent(ratio: number): string;
  /** A part as whole per cent: above 0 it is never told as none, below 1 never as all. */
  share(ratio: number): string;
  money(money: Money): string;
  list(items: readonly string[]): string;
  /** The day of a time in ISO 8601, where the reader is. */
  date(time: string): string;
  /** A country, or a region by name. */
  place(code: string): string;
  /** What a code is called, as inside a sentence. */
  named(kind: keyof Names, code: string): string;
}

/** Names of codes, by kind of code; none until something needs them. */
export type Names = Readonly<
  Partial<
    Record<
      | 'sectors'
      | 'countries'
      | 'regions'
      | 'languages'
      | 'stages'
      | 'instruments'
      | 'investorTypes'
      | 'roles'
      | 'needTypes'
      | 'helpTerms'
      | 'programmeTypes'
      | 'licenceTypes'
      | 'roundRoles'
      | 'fields',
      Readonly<Record<string, string>>
    >
  >
>;

/** @param names where a code is looked up. */
export function createLabels(
  locale: Locale,
  { format, facetNames }: Pick<BaseWords, 'format' | 'facetNames'>,
  names: Names,
): Labels {
  const formats = createFormats({ locale, format });
  const named = (kind: keyof Names, code: string) => {
    const table = names[kind];
    return table && Object.hasOwn(table, code) ? (table[code] as string) : code;
  };

  return {
    names: Object.fromEntries(
      Object.entries(facetNames).map(([name, label]) => [name, formats.capitalise(label)]),
    ) as Record<FacetName, string>,
    facets: facetNames,
    ...formats,
    alone: formats.capitalise,
    number: (n, decimals) => formats.number(n, { decimals }),
    date: (time) => formats.date(dayOf(new Date(time))),
    // The name of a country is the code of no region.
    place: (code) => named('regions', named('countries', code)),
    named,
  };
}

/** `YYYY-MM-DD` */
const dayOf = (time: Date): string =>
  [time.getFullYear(), time.getMonth() + 1, time.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
