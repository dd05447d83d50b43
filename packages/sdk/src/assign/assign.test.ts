import fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, it, vi } from 'vitest';
import { type AssignInput, type Assignment, assign } from './index.ts';

const solver = await loadHighs();

/** Any demo day of up to so many people and slots, with everything that can stand in the way. */
function anyInput(people: number, slots: number): fc.Arbitrary<AssignInput> {
  const size = fc.integer({ min: 0, max: people });
  return fc.tuple(size, size, fc.integer({ min: 1, max: slots })).chain(([startups, investors, count]) => {
    const participants = (letter: string, n: number) =>
      fc.tuple(
        ...Array.from({ length: n }, (_, i) =>
          fc.record({
            id: fc.constant(`${letter}${i}`),
            capacity: fc.nat(count + 1),
            absent: fc.option(fc.subarray([...Array(count).keys()]), { nil: undefined }),
          }),
        ),
      );
    const pairs = Array.from({ length: startups * investors }, (_, k) => ({
      startup: `s${k % startups}`,
      investor: `i${Math.floor(k / startups)}`,
    }));
    // A few round scores make ties and zeros likely.
    const score = fc.oneof(
      fc.constantFrom(0, 50, 50.5, 100),
      fc.integer({ min: 1, max: 9999 }).map((n) => n / 100),
    );
    return fc.record({
      startups: participants('s', startups),
      investors: participants('i', investors),
      slots: fc.constant(count),
      tables: fc.oneof(
        fc.constant(undefined),
        fc.nat(people),
        fc.array(fc.nat(people), { minLength: count, maxLength: count }),
      ),
      scores: fc
        .subarray(pairs)
        .chain((some) => fc.tuple(...some.map((pair) => score.map((value) => ({ ...pair, score: value }))))),
      blocked: fc.subarray(pairs).map((some) => some.slice(0, 3)),
    });
  });
}

/** A day on which everybody wants to meet everybody and is away half the time: placing pair by pair rarely finds the best plan. */
const crowded: fc.Arbitrary<AssignInput> = (() => {
  const size = 7;
  const slots = 4;
  const list = <T>(of: fc.Arbitrary<T>, length: number) => fc.array(of, { minLength: length, maxLength: length });
  const side = (letter: string) =>
    list(list(fc.boolean(), slots), size).map((people) =>
      people.map((away, i) => ({
        id: `${letter}${i}`,
        capacity: slots - 1,
        absent: [...away.keys()].filter((slot) => away[slot]),
      })),
    );
  const scores = list(fc.integer({ min: 1, max: 99 }), size * size).map((all) =>
    all.map((score, k) => ({ startup: `s${k % size}`, investor: `i${Math.floor(k / size)}`, score })),
  );
  return fc.record({ startups: side('s'), investors: side('i'), slots: fc.constant(slots), scores });
})();

const tablesOf = ({ tables }: AssignInput, slot: number) =>
  typeof tables === 'object' ? tables[slot]! : (tables ?? Number.POSITIVE_INFINITY);

/** Every limit of the input, looked up in the input itself. */
function expectLimitsKept(input: AssignInput, { meetings, value, bound, gap, unplaced }: Assignment): void {
  const once = (keys: string[]) => expect(new Set(keys).size, keys.join(' ')).toBe(keys.length);
  for (const [side, people] of [
    ['startup', input.startups],
    ['investor', input.investors],
  ] as const) {
    for (const { id, capacity, absent = [] } of people) {
      const own = meetings.filter((meeting) => meeting[side] === id);
      expect(own.length).toBeLessThanOrEqual(capacity);
      for (const { slot } of own) expect(absent).not.toContain(slot);
      once(own.map(({ slot }) => `${slot}`));
    }
  }
  once(meetings.map(({ startup, investor }) => `${startup} ${investor}`));
  once(meetings.map(({ slot, table }) => `${slot} ${table}`));
  for (const { startup, investor, slot, table, score } of meetings) {
    expect(slot).toBeLessThan(input.slots);
    expect(table).toBeLessThan(Math.min(tablesOf(input, slot), meetings.length));
    expect(input.scores).toContainEqual({ startup, investor, score });
    expect(input.blocked ?? []).not.toContainEqual({ startup, investor });
  }
  expect(value).toBeCloseTo(
    meetings.reduce((sum, { score }) => sum + score, 0),
    6,
  );
  expect(bound).toBeGreaterThanOrEqual(value);
  expect(gap).toBeCloseTo(bound === 0 ? 0 : (bound - value) / bound, 6);
  for (const { startup, investor } of unplaced) {
    expect(meetings.some((m) => m.startup === startup && m.investor === investor)).toBe(false);
  }
}

/** The whole problem as one model in CPLEX LP format: a yes or no for each pair and slot. */
function solveFullModel(input: AssignInput): number {
  const blocked = new Set((input.blocked ?? []).map(({ startup, investor }) => `${startup} ${investor}`));
  const absent = (people: AssignInput['startups'], id: string, slot: number) =>
    people.find((one) => one.id === id)?.absent?.includes(slot) ?? false;
  const columns = input.scores.flatMap(({ startup, investor, score }) =>
    blocked.has(`${startup} ${investor}`)
      ? []
      : [...Array(input.slots).keys()]
          .filter((slot) => !absent(input.startups, startup, slot) && !absent(input.investors, investor, slot))
          .map((slot) => ({ name: `x_${startup}_${investor}_${slot}`, startup, investor, slot, score })),
  );
  if (columns.length === 0) return 0;
  const rows: string[] = [];
  const atMost = (limit: number, of: (column: (typeof columns)[number]) => boolean) => {
    const names = columns.filter(of).map(({ name }) => name);
    if (names.length > 0 && Number.isFinite(limit)) rows.push(`${names.join(' + ')} <= ${limit}`);
  };
  for (const { startup, investor } of input.scores) atMost(1, (c) => c.startup === startup && c.investor === investor);
  for (const [side, people] of [
    ['startup', input.startups],
    ['investor', input.investors],
  ] as const) {
    for (const { id, capacity } of people) {
      atMost(capacity, (c) => c[side] === id);
      for (let slot = 0; slot < input.slots; slot++) atMost(1, (c) => c[side] === id && c.slot === slot);
    }
  }
  for (let slot = 0; slot < input.slots; slot++) atMost(tablesOf(input, slot), (c) => c.slot === slot);
  const gains = columns.map(({ name, score }) => `${score} ${name}`).join(' + ');
  const names = columns.map(({ name }) => name).join(' ');
  const text = `Maximize\n obj: ${gains}\nSubject To\n ${rows.join('\n ')}\nBinary\n ${names}\nEnd`;
  const result = solver.solve(text, { output_flag: false, mip_rel_gap: 0 });
  expect(result.Status).toBe('Optimal');
  return result.ObjectiveValue;
}

describe('the plan', () => {
  it('keeps every limit, whatever the input', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput(9, 5), async (input) => {
        expectLimitsKept(input, await assign({ ...input, solver }));
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['any day', anyInput(6, 4)],
    ['a crowded day', crowded],
  ])('of %s is worth as much as the full model of all pairs and slots, and says so', async (_, inputs) => {
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        const result = await assign({ ...input, solver });
        expectLimitsKept(input, result);
        expect(result.value).toBeCloseTo(solveFullModel(input), 4);
        expect(result.gap).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['any day', anyInput(6, 4)],
    ['a crowded day', crowded],
  ])('of %s keeps its limits and proves its bound with however few columns', async (_, inputs) => {
    await fc.assert(
      fc.asyncProperty(inputs, fc.nat(60), async (input, columns) => {
        const result = await assign({ ...input, columns, solver });
        expectLimitsKept(input, result);
        expect(result.bound).toBeGreaterThan(solveFullModel(input) - 1e-4);
      }),
      { numRuns: 100 },
    );
  });

  it('has no gap when nobody is absent and there are tables for all', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput(12, 6), async (input) => {
        const free = (people: AssignInput['startups']) => people.map(({ id, capacity }) => ({ id, capacity }));
        const open = { ...input, startups: free(input.startups), investors: free(input.investors), tables: undefined };
        const { gap, unplaced } = await assign({ ...open, solver });
        expect({ gap, unplaced }).toEqual({ gap: 0, unplaced: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for the same input', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput(8, 4), async (input) => {
        // With a solver that has already solved others, and with a fresh one.
        expect(await assign({ ...input, solver: await loadHighs() })).toEqual(await assign({ ...input, solver }));
      }),
      { numRuns: 20 },
    );
  });

  it('leaves an investor at its table while it stays free', async () => {
    const people = (letter: string) => [0, 1, 2].map((i) => ({ id: `${letter}${i}`, capacity: 3 }));
    const input = { startups: people('s'), investors: people('i'), slots: 3, tables: 3 };
    const scores = input.startups.flatMap((s) =>
      input.investors.map((i) => ({ startup: s.id, investor: i.id, score: 50 })),
    );
    const { meetings } = await assign({ ...input, scores, solver });
    expect(meetings).toHaveLength(9);
    for (const { id } of input.investors) {
      expect(new Set(meetings.filter((m) => m.investor === id).map(({ table }) => table)).size).toBe(1);
    }
  });

  it('gives each investor a table of its own where there are as many, though it comes late and pauses', async () => {
    const startups = Array.from({ length: 8 }, (_, i) => ({ id: `s${i}`, capacity: 2 }));
    const absent = [[0, 2], [], [1], [], [0, 1, 3]];
    const investors = absent.map((slots, i) => ({ id: `i${i}`, capacity: 3, absent: slots }));
    const scores = startups.flatMap((s, a) =>
      investors.map((i, b) => ({ startup: s.id, investor: i.id, score: 40 + ((a * 7 + b * 11) % 50) })),
    );
    const { meetings } = await assign({ startups, investors, slots: 5, tables: 5, scores, solver });
    for (const { id } of investors) {
      expect(new Set(meetings.filter((m) => m.investor === id).map(({ table }) => table)).size).toBe(1);
    }
  });
});

describe('bad input', () => {
  const good: AssignInput = {
    startups: [{ id: 'a', capacity: 1 }],
    investors: [{ id: 'b', capacity: 1 }],
    slots: 2,
    scores: [{ startup: 'a', investor: 'b', score: 50 }],
  };
  const twice = <T>(one: T) => [one, one];

  it.each<[string, object, string, string]>([
    ['an id given twice', { startups: twice(good.startups[0]) }, '/startups/1/id', 'unique'],
    [
      'an absence outside the slots',
      { investors: [{ id: 'b', capacity: 1, absent: [2] }] },
      '/investors/0/absent/0',
      'maximum',
    ],
    ['a broken capacity', { startups: [{ id: 'a', capacity: 1.5 }] }, '/startups/0/capacity', 'type'],
    ['a missing capacity', { startups: [{ id: 'a' }] }, '/startups/0/capacity', 'required'],
    ['an unknown field', { startups: [{ id: 'a', capacity: 1, slot: 1 }] }, '/startups/0/slot', 'unknown_field'],
    ['no slot', { slots: 0 }, '/slots', 'minimum'],
    ['tables for too few slots', { tables: [1] }, '/tables', 'length'],
    ['a score above 100', { scores: [{ ...good.scores[0], score: 101 }] }, '/scores/0/score', 'maximum'],
    ['a score that is no number', { scores: [{ ...good.scores[0], score: Number.NaN }] }, '/scores/0/score', 'type'],
    ['a pair scored twice', { scores: twice(good.scores[0]) }, '/scores/1', 'unique'],
    ['a score of nobody', { scores: [{ startup: 'x', investor: 'b', score: 1 }] }, '/scores/0/startup', 'unknown_id'],
    ['a blocked pair of nobody', { blocked: [{ startup: 'a', investor: 'x' }] }, '/blocked/0/investor', 'unknown_id'],
  ])('%s is refused with its path and rule', async (_, change, path, rule) => {
    const error = await assign({ ...good, ...change, solver }).catch((reason) => reason);
    expect(error.name).toBe('AssignError');
    expect(error.issues).toEqual([expect.objectContaining({ path, rule })]);
    expect(error.message).toContain(path);
  });

  it('accepts the same without the mistake', async () => {
    const { meetings } = await assign({ ...good, solver });
    expect(meetings).toEqual([{ startup: 'a', investor: 'b', slot: 0, table: 0, score: 50 }]);
  });
});

describe('the solver', () => {
  const day: AssignInput = { startups: [], investors: [], slots: 1, scores: [] };

  it('is loaded by a call that was given none', async () => {
    expect(await assign(day)).toEqual({ meetings: [], value: 0, bound: 0, gap: 0, unplaced: [] });
  });

  it('is not loaded by the import; where it cannot be loaded, the error says what to do', async () => {
    const load = vi.fn(() => Promise.reject(new Error('no such file')));
    vi.doMock('highs', () => ({ default: load }));
    vi.resetModules();
    const fresh = await import('./index.ts');
    expect(load).not.toHaveBeenCalled();
    const error = await fresh.assign(day).catch((reason) => reason);
    expect(error).toBeInstanceOf(fresh.SolverError);
    expect(error.message).toContain('pass it as `solver`');
    expect(error.cause.message).toBe('no such file');
    vi.doUnmock('highs');
  });
});
