import type { AssignInput } from '@kopru/sdk/assign';

/**
 * What an organiser does by hand: goes through the pairs from the best score down and gives each the
 * first slot that is free for both and has a table left.
 *
 * @returns the total score of the plan.
 */
export function planGreedily({ startups, investors, slots, tables, scores, blocked = [] }: AssignInput): number {
  const people = new Map(
    [...startups.map((p) => ['startup', p] as const), ...investors.map((p) => ['investor', p] as const)].map(
      ([side, { id, capacity, absent = [] }]) => [`${side} ${id}`, { room: capacity, busy: new Set(absent) }],
    ),
  );
  const left = Array.from({ length: slots }, (_, slot) =>
    typeof tables === 'object' ? tables[slot]! : (tables ?? Number.POSITIVE_INFINITY),
  );
  const never = new Set(blocked.map(({ startup, investor }) => JSON.stringify([startup, investor])));
  let value = 0;
  for (const { startup, investor, score } of [...scores].sort((a, b) => b.score - a.score)) {
    const [s, i] = [people.get(`startup ${startup}`)!, people.get(`investor ${investor}`)!];
    if (s.room === 0 || i.room === 0 || never.has(JSON.stringify([startup, investor]))) continue;
    const slot = left.findIndex((n, at) => n > 0 && !s.busy.has(at) && !i.busy.has(at));
    if (slot < 0) continue;
    for (const person of [s, i]) {
      person.room--;
      person.busy.add(slot);
    }
    left[slot]!--;
    value += score;
  }
  return value;
}
