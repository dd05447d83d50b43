import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profileFile } from '../../test/match-run.ts';
import { NOBODY, planned } from '../../test/sample-day.ts';
import { meetingsWith, type Timetable } from './plan-day.ts';

const startup = (id: string, more = {}) => ({
  id,
  pitch: `Sulama suyunu ölçen sensörler ${id}`,
  stage: 'seed',
  ...more,
});
const investor = (id: string, more = {}) => ({ id, thesis: `Sulama suyu ${id}`, stages: ['seed'], ...more });
const without = ({ without }: Timetable) => without.map(({ person, why }) => [person.id, why]);

describe('a planned day', () => {
  test('is valid, whoever is absent, blocked or short of time', async () => {
    const some = fc.record({
      startups: fc.integer({ min: 1, max: 6 }),
      investors: fc.integer({ min: 1, max: 4 }),
      slots: fc.integer({ min: 1, max: 4 }),
      tables: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      most: fc.record({ startup: fc.integer({ min: 1, max: 3 }), investor: fc.integer({ min: 1, max: 4 }) }),
      absent: fc.array(fc.tuple(fc.nat(5), fc.nat(3)), { maxLength: 8 }),
      away: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 6 }),
      blocked: fc.array(fc.tuple(fc.nat(5), fc.nat(3)), { maxLength: 5 }),
      minScore: fc.constantFrom(0, 50),
    });
    await fc.assert(
      fc.asyncProperty(some, async ({ startups, investors, slots, tables, most, absent, away, blocked, minScore }) => {
        const missed = (letter: string, pairs: readonly (readonly [number, number])[], people: number) => {
          const of = pairs.filter(([who, slot]) => who < people && slot < slots);
          const ids = new Set(of.map(([who]) => who));
          return new Map(
            [...ids].map((id) => [`${letter}${id}`, new Set(of.filter(([who]) => who === id).map(([, s]) => s))]),
          );
        };
        const absences = { startup: missed('s', absent, startups), investor: missed('i', away, investors) };
        const never = blocked.map(([s, i]) => ({ startup: `s${s}`, investor: `i${i}` }));
        const files = [
          profileFile(
            'startup',
            Array.from({ length: startups }, (_, i) => startup(`s${i}`)),
          ),
          profileFile(
            'investor',
            Array.from({ length: investors }, (_, i) => investor(`i${i}`)),
          ),
        ] as const;
        const timetable = await planned(...files, { slots, tables, most, absences, blocked: never, minScore });

        const { people, meetings } = timetable;
        const once = (keys: readonly string[]) => expect(new Set(keys).size).toBe(keys.length);
        once(meetings.map((m) => `${m.slot} ${m.table}`));
        once(meetings.map((m) => `${m.slot} ${m.startup.id}`));
        once(meetings.map((m) => `${m.slot} ${m.investor.id}`));
        once(meetings.map((m) => `${m.startup.id} ${m.investor.id}`));
        for (const m of meetings) {
          expect(m.slot).toBeLessThan(slots);
          expect(m.table).toBeLessThan(tables ?? Number.POSITIVE_INFINITY);
          expect(m.score).toBeGreaterThanOrEqual(minScore);
          for (const person of [m.startup, m.investor]) expect(person.absent.has(m.slot)).toBe(false);
          expect(never).not.toContainEqual({ startup: m.startup.id, investor: m.investor.id });
        }
        for (const person of people)
          expect(meetingsWith(timetable, person).length).toBeLessThanOrEqual(most[person.kind]);
        expect(people.length).toBe(startups + investors);
        const met = new Set(meetings.flatMap((m) => [m.startup, m.investor]));
        expect(timetable.without.map(({ person }) => person)).toEqual(people.filter((person) => !met.has(person)));
        expect(timetable.value).toBeLessThanOrEqual(timetable.bound);
        expect(timetable.value).toBeCloseTo(
          meetings.reduce((sum, m) => sum + m.score, 0),
          6,
        );
      }),
      { numRuns: 60 },
    );
  });

  test('says why somebody meets nobody', async () => {
    const startups = profileFile('startup', [
      startup('away'),
      startup('late', { stage: 'growth' }),
      startup('barred'),
      startup('one'),
    ]);
    const timetable = await planned(startups, profileFile('investor', [investor('i')]), {
      absences: { ...NOBODY, startup: new Map([['away', new Set([0, 1, 2, 3])]]) },
      blocked: [{ startup: 'barred', investor: 'i' }],
    });
    expect(without(timetable)).toEqual([
      ['away', 'absent'],
      ['late', 'limits'],
      ['barred', 'blocked'],
    ]);
  });

  test('says so where scores are too low, or others took the places', async () => {
    const files = [
      profileFile('startup', [startup('a'), startup('b')]),
      profileFile('investor', [investor('i')]),
    ] as const;
    expect(without(await planned(...files, { minScore: 100 })).map(([, why]) => why)).toEqual([
      'score',
      'score',
      'score',
    ]);
    expect(without(await planned(...files, { slots: 1 })).map(([, why]) => why)).toEqual(['full']);
  });

  test('keeps every investor at one table of its own where there are as many', async () => {
    const startups = Array.from({ length: 12 }, (_, i) => startup(`s${i}`));
    const investors = Array.from({ length: 6 }, (_, i) => investor(`i${i}`));
    const { people, ...timetable } = await planned(
      profileFile('startup', startups),
      profileFile('investor', investors),
      {
        slots: 6,
        tables: 6,
        most: { startup: 2, investor: 4 },
        absences: {
          ...NOBODY,
          investor: new Map([
            ['i0', new Set([0, 3])],
            ['i4', new Set([1, 2])],
          ]),
        },
      },
    );
    for (const person of people.filter(({ kind }) => kind === 'investor')) {
      const tables = new Set(meetingsWith(timetable, person).map(({ table }) => table));
      expect([person.id, [...tables].length]).toEqual([person.id, 1]);
    }
  });
});
