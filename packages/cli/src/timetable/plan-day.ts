import { type Assignment, assign, type Participant, type Solver } from '@kopru/sdk/assign';
import { createMatchIndex, type EmbeddedProfile } from '@kopru/sdk/engine';
import { SIDES, type Side } from '../matching/side.ts';
import type { Absences } from './absent.ts';
import type { PairIds } from './blocked.ts';
import type { Day } from './day.ts';

/** Why a participant has no meeting. */
export const WHYS = ['absent', 'limits', 'score', 'blocked', 'full'] as const;
export type Why = (typeof WHYS)[number];

export interface Person {
  readonly kind: Side;
  readonly id: string;
  /** Without mark-up; the id where nothing else is left of it. */
  readonly name: string;
  /** Slots that it misses, counted from 0. */
  readonly absent: ReadonlySet<number>;
}

/** A meeting with those who meet. */
export interface PlannedMeeting {
  /** Counted from 0. */
  readonly slot: number;
  readonly table: number;
  readonly score: number;
  readonly startup: Person;
  readonly investor: Person;
}

export interface Timetable {
  readonly day: Day;
  /** Everybody who was to take part, startups first, each side in the order of its file. */
  readonly people: readonly Person[];
  /** By slot, then table. */
  readonly meetings: readonly PlannedMeeting[];
  readonly without: readonly { readonly person: Person; readonly why: Why }[];
  readonly value: number;
  readonly bound: number;
  readonly gap: number;
  readonly unplaced: number;
}

export interface Wishes {
  readonly absences: Absences;
  readonly blocked: readonly PairIds[];
  /** Most meetings of one of each kind. */
  readonly most: Readonly<Record<Side, number>>;
  readonly minScore: number;
}

/**
 * Plans a day: the meetings with the greatest total score among those that no limit of either side
 * rules out. The same input has the same plan.
 *
 * @throws {AssignError} and {SolverError} as `assign` does.
 */
export async function planDay(
  entries: Readonly<Record<Side, readonly EmbeddedProfile[]>>,
  day: Day,
  wishes: Wishes,
  solver: Solver,
): Promise<Timetable> {
  const people = SIDES.flatMap((kind) =>
    entries[kind].map(({ profile: { id, name } }): Person => {
      return { kind, id, name: name || id, absent: wishes.absences[kind].get(id) ?? new Set() };
    }),
  );
  const of = (kind: Side) => people.filter((person) => person.kind === kind);
  const side = (kind: Side): Participant[] =>
    of(kind).map(({ id, absent }) => ({ id, capacity: wishes.most[kind], absent: [...absent] }));
  const fitting = scoresOf(entries);
  const scores = fitting.filter(({ score }) => score >= wishes.minScore);
  const known = {
    startup: new Set(of('startup').map(({ id }) => id)),
    investor: new Set(of('investor').map(({ id }) => id)),
  };
  // One that takes no part, for want of consent or text, cannot meet anyway.
  const blocked = wishes.blocked.filter((pair) => known.startup.has(pair.startup) && known.investor.has(pair.investor));
  const plan = await assign({
    startups: side('startup'),
    investors: side('investor'),
    slots: day.slots.length,
    ...(day.tables !== undefined && { tables: day.tables }),
    scores,
    blocked,
    solver,
  });
  const timetable = { day, people, meetings: meetingsOf(plan, people) };
  const { value, bound, gap, unplaced } = plan;
  const without = withoutMeeting(timetable, { fitting, scores, blocked });
  return { ...timetable, without, value, bound, gap, unplaced: unplaced.length };
}

interface Scored extends PairIds {
  readonly score: number;
}

/** What the pairs that may meet are worth. */
function scoresOf({ startup, investor }: Readonly<Record<Side, readonly EmbeddedProfile[]>>): Scored[] {
  const [first] = investor;
  if (!first) return [];
  const index = createMatchIndex({ id: first.model, dimensions: first.windows[0]?.length ?? 0 });
  for (const entry of investor) index.set(entry);
  return startup.flatMap((entry) =>
    index
      .scores(entry, { kind: 'investor' })
      .map(({ id, score }) => ({ startup: entry.profile.id, investor: id, score })),
  );
}

function meetingsOf(plan: Assignment, people: readonly Person[]): PlannedMeeting[] {
  const byKey = new Map(people.map((person) => [keyOf(person), person]));
  const person = (kind: Side, id: string) => byKey.get(keyOf({ kind, id })) as Person;
  return plan.meetings.map(({ startup, investor, slot, table, score }) => {
    return { slot, table, score, startup: person('startup', startup), investor: person('investor', investor) };
  });
}

const keyOf = ({ kind, id }: Pick<Person, 'kind' | 'id'>): string => `${kind} ${id}`;

interface Pairs {
  /** Pairs that no limit rules out. */
  readonly fitting: readonly Scored[];
  /** Those of them with score enough. */
  readonly scores: readonly Scored[];
  readonly blocked: readonly PairIds[];
}

/** Who has no meeting, with the first of the reasons that holds. */
function withoutMeeting(
  { day, people, meetings }: Pick<Timetable, 'day' | 'people' | 'meetings'>,
  { fitting, scores, blocked }: Pairs,
): Timetable['without'] {
  const never = new Set(blocked.map((pair) => JSON.stringify([pair.startup, pair.investor])));
  const open = scores.filter((pair) => pair.score > 0 && !never.has(JSON.stringify([pair.startup, pair.investor])));
  const hasOne = (pairs: readonly PairIds[], { kind, id }: Person) => pairs.some((pair) => pair[kind] === id);
  const met = new Set(meetings.flatMap(({ startup, investor }) => [startup, investor]));
  return people
    .filter((person) => !met.has(person))
    .map((person) => {
      const why = (): Why => {
        if (person.absent.size === day.slots.length) return 'absent';
        if (!hasOne(fitting, person)) return 'limits';
        if (!hasOne(scores, person)) return 'score';
        if (!hasOne(open, person)) return 'blocked';
        return 'full';
      };
      return { person, why: why() };
    });
}

/** The meetings of one participant, by slot. */
export const meetingsWith = ({ meetings }: Pick<Timetable, 'meetings'>, person: Person): PlannedMeeting[] =>
  meetings.filter((meeting) => meeting[person.kind] === person);

/** Who it is that a participant meets. */
export const partnerOf = (meeting: PlannedMeeting, { kind }: Person): Person =>
  kind === 'startup' ? meeting.investor : meeting.startup;
