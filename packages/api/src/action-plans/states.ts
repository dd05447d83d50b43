import { dayOf } from '@kopru/sdk/engine';
import {
  type ActionInput,
  type ActionPlan,
  type ActionState,
  actionProgress,
  actionStanding,
  indicatorProgress,
  indicatorValue,
} from '@kopru/sdk/schema';
import { publicCount } from '../lib/public-count.ts';
import type { Queryable } from '../lib/queryable.ts';
import { countLive, type LiveQuestion } from './live-store.ts';
import type { StoredActionPlan } from './store.ts';

/**
 * Who reads: the hub, or anybody. To the public counts go down in steps of five, and below five are not told, as those
 * of corridors: who looks every day sees no single introduction, and can subtract none.
 */
export type Reader = 'hub' | 'public';

/** A plan with how each action stands today, and what each indicator says. */
export async function withStates(
  db: Queryable,
  hubId: string,
  { id, version, plan, updatedAt }: StoredActionPlan,
  reader: Reader,
  now: Date,
): Promise<ActionPlan> {
  const questions = plan.actions.flatMap(questionsOf);
  const keyOf = ({ source, countries }: LiveQuestion) => `${source} ${countries.join()}`;
  const numbers = await countLive(db, hubId, questions, now);
  const counts = new Map(questions.map((question, i) => [keyOf(question), numbers[i] as number]));
  const day = dayOf(now);
  return {
    id,
    version,
    updatedAt,
    plan,
    day,
    states: plan.actions.map((action) =>
      stateOf(action, day, (source) => {
        const count = counts.get(keyOf({ source, countries: action.countries } as LiveQuestion)) ?? 0;
        return reader === 'hub' ? count : publicCount(count);
      }),
    ),
  };
}

const questionsOf = ({ countries, indicators }: ActionInput): LiveQuestion[] =>
  indicators.flatMap((indicator) => ('live' in indicator ? [{ source: indicator.live, countries }] : []));

function stateOf(action: ActionInput, day: string, live: (source: string) => number | null): ActionState {
  const indicators = action.indicators.map((indicator) => {
    const value = indicatorValue(indicator, live);
    return { id: indicator.id, value, progress: indicatorProgress(indicator, value) };
  });
  const progress = actionProgress(
    action.status,
    indicators.map((indicator) => indicator.progress),
  );
  return { id: action.id, standing: actionStanding(action, progress, day), progress, indicators };
}
