import type { Market } from './market.ts';

/**
 * Gives each meeting a table. An investor stays at the table of its meeting before where nobody else
 * sits at it; one who comes new, or has to move, takes a table that is nobody's before one that another
 * may come back to. So those who walk are startups: with as many tables as investors each has its own.
 */
export function seat(
  market: Market,
  meetings: readonly { readonly pair: number; readonly slot: number }[],
): { pair: number; slot: number; table: number }[] {
  const lastTable = new Map<number, number>();
  const investorOf = (pair: number) => market.pairs[pair]!.investor;
  return market.seats.flatMap((tables, slot) => {
    const now = meetings.filter((meeting) => meeting.slot === slot);
    const tableOf = new Map<number, number>();
    const free = new Set(Array.from({ length: tables }, (_, table) => table));
    for (const { pair } of now) {
      const last = lastTable.get(investorOf(pair));
      if (last !== undefined && free.delete(last)) tableOf.set(pair, last);
    }
    const owned = new Set(lastTable.values());
    const rest = [...free].sort((a, b) => Number(owned.has(a)) - Number(owned.has(b)) || a - b).values();
    for (const { pair } of now) if (!tableOf.has(pair)) tableOf.set(pair, rest.next().value!);
    for (const [pair, table] of tableOf) lastTable.set(investorOf(pair), table);
    return [...tableOf].map(([pair, table]) => ({ pair, slot, table })).sort((a, b) => a.table - b.table);
  });
}
