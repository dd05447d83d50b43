import { z } from 'zod';
import { type Issue, validate } from '../engine/validate.ts';

/** Somebody who comes to the demo day. */
export interface Participant {
  /** Unique among the participants of its side. */
  readonly id: string;
  /** The most meetings that it takes part in: a whole number, 0 or more. */
  readonly capacity: number;
  /** Slots in which it cannot meet. @default none */
  readonly absent?: readonly number[] | undefined;
}

/** What `assign` plans with. */
export interface AssignInput {
  readonly startups: readonly Participant[];
  readonly investors: readonly Participant[];
  /** How many time slots there are, 1 or more; a slot is named by its number, from 0. */
  readonly slots: number;
  /** How many meetings there can be at once: one number for all slots, or one for each slot. @default no limit */
  readonly tables?: number | readonly number[] | undefined;
  /**
   * What a meeting is worth: a score from 0 to 100 for each pair that may meet, each pair once. A
   * pair that is not listed never meets, nor does one of score 0, which would only take up time.
   */
  readonly scores: readonly { readonly startup: string; readonly investor: string; readonly score: number }[];
  /** Pairs that must not meet, whatever their score. @default none */
  readonly blocked?: readonly { readonly startup: string; readonly investor: string }[] | undefined;
}

/** The input breaks rules; `issues` names each with its path. Nothing was planned. */
export class AssignError extends Error {
  override readonly name = 'AssignError';
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(({ path, message }) => `${path || '(whole)'} ${message}`).join('; '));
    this.issues = issues;
  }
}

/**
 * The input in numbers. People are numbered through both sides, startups first. Limits are as tight
 * as can be told without planning, which is what makes the bound of `choose` sharp.
 */
export interface Market {
  readonly slots: number;
  /** How many people there are on both sides. */
  readonly people: number;
  /** How many of them are startups. */
  readonly startups: number;
  /** Most meetings of each person: its capacity, or the slots in which it can meet if they are fewer. */
  readonly capacity: readonly number[];
  /** `available[person][slot]`: the person is there, and the slot has a table. */
  readonly available: readonly (readonly boolean[])[];
  /** Most meetings of each slot: its tables, or the people who are there if they are fewer. */
  readonly tables: readonly number[];
  /** How many tables each slot has, of which no more than `tables` are used. */
  readonly seats: readonly number[];
  /** Pairs that can meet, by falling score; equal scores in the order of the people. */
  readonly pairs: readonly Pair[];
}

interface Pair {
  /** Number of the startup. */
  readonly startup: number;
  /** Number of the investor, counted on after the startups. */
  readonly investor: number;
  readonly score: number;
}

const count = z.int().min(0);
const pair = { startup: z.string(), investor: z.string() };
const participant = z.strictObject({ id: z.string().min(1), capacity: count, absent: z.array(count).optional() });
const schema = z.strictObject({
  startups: z.array(participant),
  investors: z.array(participant),
  slots: z.int().min(1),
  tables: z.union([count, z.array(count)]).optional(),
  scores: z.array(z.strictObject({ ...pair, score: z.number().min(0).max(100) })),
  blocked: z.array(z.strictObject(pair)).optional(),
});

/** Every rule that the input breaks, as `assign` would refuse it. None: it can be planned. */
export function checkInput(input: AssignInput): readonly Issue[] {
  try {
    readMarket(input);
    return [];
  } catch (error) {
    if (error instanceof AssignError) return error.issues;
    throw error;
  }
}

/** @throws {AssignError} */
export function readMarket(value: unknown): Market {
  const result = validate(schema, value);
  if (!result.ok) throw new AssignError(result.issues);
  const { startups, investors, slots, tables, scores, blocked = [] } = result.value;
  const issues: Issue[] = [];
  const refuse = (path: string, rule: string, message: string, received: Issue['received']) =>
    issues.push({ path, rule, message, received });

  const numbersOf = (side: 'startups' | 'investors', first: number) => {
    const numbers = new Map<string, number>();
    for (const [i, { id, absent = [] }] of result.value[side].entries()) {
      if (numbers.has(id)) refuse(`/${side}/${i}/id`, 'unique', 'is the id of an earlier one', 'string');
      else numbers.set(id, first + i);
      for (const [k, slot] of absent.entries()) {
        if (slot >= slots) refuse(`/${side}/${i}/absent/${k}`, 'maximum', `must be a slot below ${slots}`, 'number');
      }
    }
    return numbers;
  };
  const startupOf = numbersOf('startups', 0);
  const investorOf = numbersOf('investors', startups.length);
  if (Array.isArray(tables) && tables.length !== slots) {
    refuse('/tables', 'length', `must have one number for each of the ${slots} slots`, 'array');
  }

  const people = startups.length + investors.length;
  /** The pair as one number; undefined when a side is unknown, which is noted. */
  const keyOf = (ids: { startup: string; investor: string }, path: string): number | undefined => {
    const [s, i] = [startupOf.get(ids.startup), investorOf.get(ids.investor)];
    if (s === undefined) refuse(`${path}/startup`, 'unknown_id', 'is not the id of a startup', 'string');
    if (i === undefined) refuse(`${path}/investor`, 'unknown_id', 'is not the id of an investor', 'string');
    return s === undefined || i === undefined ? undefined : s * people + i;
  };
  const never = new Set(blocked.map((ids, i) => keyOf(ids, `/blocked/${i}`)));
  const worth = new Map<number, number>();
  for (const [i, entry] of scores.entries()) {
    const key = keyOf(entry, `/scores/${i}`);
    if (key === undefined) continue;
    if (worth.has(key)) refuse(`/scores/${i}`, 'unique', 'is a pair that was scored earlier', 'object');
    worth.set(key, entry.score);
  }
  if (issues.length > 0) throw new AssignError(issues);

  const limits = typeof tables === 'object' ? tables : Array<number>(slots).fill(tables ?? people);
  const available = [...startups, ...investors].map(({ absent = [] }) => {
    const away = new Set(absent);
    return limits.map((limit, slot) => limit > 0 && !away.has(slot));
  });
  const present = (side: boolean[][], slot: number) => side.filter((of) => of[slot]).length;
  const [left, right] = [available.slice(0, startups.length), available.slice(startups.length)];
  const pairs = [...worth]
    .map(([key, score]): Pair => ({ startup: Math.floor(key / people), investor: key % people, score }))
    .filter(
      ({ startup, investor, score }) =>
        score > 0 &&
        !never.has(startup * people + investor) &&
        available[startup]!.some((here, slot) => here && available[investor]![slot]),
    )
    .sort((a, b) => b.score - a.score || a.startup - b.startup || a.investor - b.investor);
  return {
    slots,
    people,
    startups: startups.length,
    capacity: [...startups, ...investors].map(({ capacity }, person) =>
      Math.min(capacity, available[person]!.filter(Boolean).length),
    ),
    available,
    tables: limits.map((limit, slot) => Math.min(limit, present(left, slot), present(right, slot))),
    seats: limits,
    pairs,
  };
}
