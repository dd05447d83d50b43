import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Market, readMarket } from './market.ts';
import { Schedule } from './schedule.ts';

const SIDE = 6;
const SLOTS = 5;

const anyPerson = fc.record({
  capacity: fc.nat(SLOTS),
  absent: fc.oneof(fc.constant([]), fc.subarray([...Array(SLOTS).keys()])),
});
const anySide = fc.array(anyPerson, { minLength: SIDE, maxLength: SIDE });

function marketOf(startups: { capacity: number }[], investors: { capacity: number }[], tables?: number[]): Market {
  const named = (letter: string, people: object[]) => people.map((person, i) => ({ ...person, id: `${letter}${i}` }));
  const scores = startups.flatMap((_, i) =>
    investors.map((_, j) => ({ startup: `s${i}`, investor: `i${j}`, score: 1 + ((i * 31 + j * 17) % 97) })),
  );
  return readMarket({
    startups: named('s', startups),
    investors: named('i', investors),
    slots: SLOTS,
    scores,
    ...(tables && { tables }),
  });
}

function expectLimitsKept(market: Market, schedule: Schedule): void {
  const load = market.tables.map(() => 0);
  const busy = new Set<string>();
  const met = market.capacity.map(() => 0);
  for (const { pair, slot } of schedule.meetings()) {
    load[slot]!++;
    const { startup, investor } = market.pairs[pair]!;
    for (const person of [startup, investor]) {
      expect(market.available[person]![slot]).toBe(true);
      expect(busy.has(`${person} ${slot}`)).toBe(false);
      busy.add(`${person} ${slot}`);
      met[person]!++;
    }
  }
  for (const [slot, n] of load.entries()) expect(n).toBeLessThanOrEqual(market.tables[slot]!);
  for (const [person, n] of met.entries()) {
    expect(n).toBeLessThanOrEqual(market.capacity[person]!);
    expect(schedule.hasRoom(person)).toBe(n < market.capacity[person]!);
  }
}

test('keeps every limit in any order of pairs, and a pair that finds no place changes nothing', () => {
  fc.assert(
    fc.property(
      anySide,
      anySide,
      fc.array(fc.nat(SIDE), { minLength: SLOTS, maxLength: SLOTS }),
      fc.array(fc.nat(SIDE * SIDE - 1), { maxLength: 60 }),
      (startups, investors, tables, order) => {
        const market = marketOf(startups, investors, tables);
        const schedule = new Schedule(market);
        for (const pair of order.filter((at) => at < market.pairs.length)) {
          const before = schedule.meetings();
          const planned = before.map((meeting) => meeting.pair);
          const done = schedule.place(pair);
          expectLimitsKept(market, schedule);
          if (!done) expect(schedule.meetings()).toEqual(before);
          else expect(schedule.meetings().map((m) => m.pair)).toEqual([...planned, pair].sort((a, b) => a - b));
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('places every pair within the capacities when nobody is absent and there are tables for all (König)', () => {
  const everywhere = anySide.map((side) => side.map(({ capacity }) => ({ capacity })));
  fc.assert(
    fc.property(everywhere, everywhere, fc.infiniteStream(fc.nat()), (startups, investors, numbers) => {
      const market = marketOf(startups, investors);
      const schedule = new Schedule(market);
      const order = market.pairs.map((_, pair) => ({ pair, at: numbers.next().value as number }));
      order.sort((a, b) => a.at - b.at);
      for (const { pair } of order) {
        const { startup, investor } = market.pairs[pair]!;
        const room = schedule.hasRoom(startup) && schedule.hasRoom(investor);
        expect(schedule.place(pair)).toBe(room);
      }
    }),
    { numRuns: 200 },
  );
});

test('makes room in a full slot by moving a meeting to one with a table left', () => {
  // s0 is there in slot 0 only, whose one table is taken first.
  const market = readMarket({
    startups: [
      { id: 's0', capacity: 1, absent: [1] },
      { id: 's1', capacity: 1 },
    ],
    investors: [
      { id: 'i0', capacity: 1, absent: [1] },
      { id: 'i1', capacity: 1 },
    ],
    slots: 2,
    tables: 1,
    scores: [
      { startup: 's1', investor: 'i1', score: 90 },
      { startup: 's0', investor: 'i0', score: 10 },
    ],
  });
  const schedule = new Schedule(market);
  expect(schedule.place(0)).toBe(true);
  expect(schedule.meetings()).toEqual([{ pair: 0, slot: 0 }]);
  expect(schedule.place(1)).toBe(true);
  expect(schedule.meetings()).toEqual([
    { pair: 0, slot: 1 },
    { pair: 1, slot: 0 },
  ]);
});
