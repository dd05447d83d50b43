/**
 * How an action stands on a day, from its dates, its status and its indicators alone.
 *
 * @module
 */
import { daysBetween } from '../engine/day.ts';
import type { ActionInput, ActionStanding, IndicatorInput } from './schema.ts';

/** Days before its end from which an action that has not begun is at risk. House convention. */
const SOON = 30;
/** How far progress may lie behind the time that has passed, as a share of the whole. House convention. */
const BEHIND = 0.25;

/** The value that counts: the latest reading, or what the platform counts. Null where there is none. */
export function indicatorValue(indicator: IndicatorInput, live: (source: string) => number | null): number | null {
  if ('live' in indicator) return live(indicator.live);
  return indicator.readings.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1)?.value ?? null;
}

/** How much of the way from baseline to target is done, in [0,1]; null without a value. */
export const indicatorProgress = (
  { baseline, target }: Pick<IndicatorInput, 'baseline' | 'target'>,
  value: number | null,
) => (value === null ? null : Math.min(1, Math.max(0, (value - baseline) / (target - baseline))));

/** Progress of an action: the mean of the indicators that tell one; 1 when done; null where none does. */
export function actionProgress(status: ActionInput['status'], indicators: readonly (number | null)[]): number | null {
  if (status === 'done') return 1;
  const told = indicators.filter((progress) => progress !== null);
  return told.length === 0 ? null : told.reduce((sum, one) => sum + one, 0) / told.length;
}

/** The share of its time that has passed by the end of a day, in [0,1]. */
export function elapsed({ startsOn, dueOn }: Pick<ActionInput, 'startsOn' | 'dueOn'>, day: string): number {
  return Math.min(1, Math.max(0, (daysBetween(startsOn, day) + 1) / (daysBetween(startsOn, dueOn) + 1)));
}

/**
 * `late`: its last day has passed and it is not done. `at_risk`: it has not begun though it should have, or ends
 * within 30 days; or its progress lies a quarter or more behind the time that has passed.
 */
export function actionStanding(
  action: Pick<ActionInput, 'status' | 'startsOn' | 'dueOn'>,
  progress: number | null,
  day: string,
): ActionStanding {
  const { status, startsOn, dueOn } = action;
  if (status === 'done' || status === 'cancelled') return status;
  if (dueOn < day) return 'late';
  const isSoon = daysBetween(day, dueOn) <= SOON;
  if (status === 'planned' && (startsOn < day || isSoon)) return 'at_risk';
  return progress !== null && elapsed(action, day) - progress >= BEHIND ? 'at_risk' : 'on_track';
}
