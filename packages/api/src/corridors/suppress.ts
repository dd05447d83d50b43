import { type CorridorList, SMALLEST_COUNT } from '@kopru/sdk/schema';
import { publicCount } from '../lib/public-count.ts';
import type { Part } from './store.ts';

type Corridor = CorridorList['items'][number];
const COUNTS = ['offers', 'introductions', 'acceptances'] as const;

/**
 * What of the numbers may be public, in steps of `SMALLEST_COUNT` as those of action plans. A count under `SMALLEST_COUNT` is left out, and so is one from
 * which such a count would follow:
 *
 * - for a hub that takes its own share off the whole (what is left of the others is 1 to 4);
 * - by taking acceptances off introductions (those that were not accepted are under 5).
 *
 * There are no totals, from which what is left out could be told. A corridor of which no count may be
 * told is not listed, so that the list does not tell that there is one.
 */
export function publicCounts(byHome: readonly Part[], byReceiver: readonly Part[]): Corridor[] {
  const corridors = Map.groupBy(byHome, ({ from, to }) => `${from} ${to}`);
  const shares = Map.groupBy(byReceiver, ({ from, to }) => `${from} ${to}`);
  return [...corridors]
    .map(([key, homes]): Corridor => {
      const { from, to } = homes[0] as Part;
      const parts = [...homes, ...(shares.get(key) ?? [])];
      const [offers, introductions, accepted] = COUNTS.map((count) => {
        const total = homes.reduce((sum, part) => sum + part[count], 0);
        const isTold = parts.every((part) => !isSmall(total - part[count]));
        return total >= SMALLEST_COUNT && isTold ? total : null;
      }) as [number | null, number | null, number | null];
      const rest = (introductions ?? 0) - (accepted ?? 0);
      const acceptances = rest < SMALLEST_COUNT ? null : stepOf(accepted);
      return { from, to, offers: stepOf(offers), introductions: stepOf(introductions), acceptances };
    })
    .filter((corridor) => COUNTS.some((count) => corridor[count] !== null))
    .sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));
}

const stepOf = (count: number | null): number | null => (count === null ? null : publicCount(count));

/** Nothing tells of nobody. */
const isSmall = (count: number): boolean => count > 0 && count < SMALLEST_COUNT;
