import type { Participant as Planned } from '@kopru/sdk/assign';
import type { Kind, PlanInput } from '@kopru/sdk/schema';

/** The kinds of the two sides of a plan, as `assign` calls them. */
export const SIDES = { startups: 'startup', investors: 'investor' } as const satisfies Record<string, Kind>;

type Side = keyof typeof SIDES;
const NAMES = Object.keys(SIDES) as Side[];

export interface Participant {
  /** Through both sides, startups first. */
  readonly number: number;
  readonly kind: Kind;
  readonly id: string;
  readonly meetings: number;
  readonly absent: readonly number[];
}

/** The participants of a day, numbered. */
export const participantsOf = (input: Pick<PlanInput, Side>): Participant[] =>
  NAMES.flatMap((side) => input[side].map((one) => ({ kind: SIDES[side], absent: [], ...one }))).map(
    (one, number) => ({ ...one, number }) as Participant,
  );

/** The participants as `assign` takes them. */
export const plannedSides = (participants: readonly Omit<Participant, 'number'>[]): Record<Side, Planned[]> => {
  const of = (side: Side) =>
    participants
      .filter(({ kind }) => kind === SIDES[side])
      .map(({ id, meetings, absent }) => ({ id, capacity: meetings, absent }));
  return { startups: of('startups'), investors: of('investors') };
};
