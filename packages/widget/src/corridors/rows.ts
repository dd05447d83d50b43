import type { CorridorList } from '@kopru/sdk/schema';

export type Corridor = CorridorList['items'][number];

/** What is counted of a corridor, in the order of reading. */
export const COUNTS = ['introductions', 'acceptances', 'offers'] as const;
export type Count = (typeof COUNTS)[number];

/** The corridors from and to a country, or all; those with the most introductions first, then those with the most offers. */
export const corridorsOf = (items: readonly Corridor[], country: string): Corridor[] =>
  items
    .filter(({ from, to }) => country === '' || from === country || to === country)
    .toSorted(
      (a, b) =>
        COUNTS.map((count) => (b[count] ?? 0) - (a[count] ?? 0)).find((difference) => difference !== 0) ??
        (a.from + a.to < b.from + b.to ? -1 : 1),
    );

/** The sum of the counts that are told; null where none is. Nothing follows from it that the counts do not say. */
export function totalOf(corridors: readonly Corridor[], count: Count): number | null {
  const told = corridors.map((corridor) => corridor[count]).filter((one) => one !== null);
  return told.length === 0 ? null : told.reduce((sum, one) => sum + one, 0);
}
