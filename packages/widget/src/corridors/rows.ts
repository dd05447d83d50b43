import type { CorridorList } from '@kopru/sdk/schema';
import { PLACES, type Place } from './places.ts';

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

/** The corridors that the map has places for, the weakest first, so that the strongest lie on top. */
export const drawn = (items: readonly Corridor[]): Corridor[] =>
  items
    .filter(({ from, to }) => PLACES.has(from) && PLACES.has(to))
    .toSorted((a, b) => strengthOf(a) - strengthOf(b) || (a.from + a.to < b.from + b.to ? -1 : 1));

/** How wide an arc is drawn: by the introductions that are told. */
export const strengthOf = ({ introductions }: Corridor): number => introductions ?? 0;

/** The way of an arc, bent to its left, so that the two directions of a pair of countries lie apart. */
export function arcOf({ from, to }: Pick<Corridor, 'from' | 'to'>): string {
  const [a, b] = [PLACES.get(from) as Place, PLACES.get(to) as Place];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const [x, y] = [(a.x + b.x) / 2 + dy * BEND, (a.y + b.y) / 2 - dx * BEND];
  return `M${a.x} ${a.y}Q${Math.round(x)} ${Math.round(y)} ${b.x} ${b.y}`;
}

/** How far an arc is bent, as a share of its length. */
const BEND = 0.18;
