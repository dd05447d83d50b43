import { guard } from '../lib/guard.ts';
import { tryBatch } from '../lib/guarded-batch.ts';
import type { Queryable } from '../lib/queryable.ts';
import { announce, type Doer } from './announce.ts';
import type { Introduction } from './sides.ts';
import { type Action, nextState, TRANSITIONS } from './state.ts';
import { unchanged, updateIntroduction } from './store.ts';

/**
 * Moves an introduction to its next state, with the records and events of it, in one transaction.
 *
 * @param introduction as it was read.
 * @returns what it is now; undefined when something else happened to it since, or the action is not
 *   possible in its state: then nothing changed.
 */
export async function transition(
  db: Queryable,
  introduction: Introduction,
  action: Action,
  doer: Doer,
  now: Date,
  declineReason: Introduction['declineReason'] = null,
): Promise<Introduction | undefined> {
  const state = nextState(introduction.state, action);
  if (!state) return undefined;
  const at = now.toISOString();
  const moved: Introduction = {
    ...introduction,
    state,
    declineReason,
    ...(state === 'requested' ? { deliveredAt: at } : { decidedAt: at }),
  };
  const done = await change(db, introduction, moved, (after) =>
    announce(db, after, TRANSITIONS[action].event, doer, now),
  );
  return done ? moved : undefined;
}

/** Counts a reminder and sends it. */
export const remind = (db: Queryable, introduction: Introduction, reminders: number, doer: Doer, now: Date) =>
  change(db, introduction, { ...introduction, reminders }, (after) =>
    announce(db, after, 'introduction.reminder', doer, now),
  );

/** Writes a change if nothing else was written since the introduction was read. Answers whether it did. */
async function change(
  db: Queryable,
  before: Introduction,
  after: Introduction,
  announced: (after: Introduction) => ReturnType<typeof announce>,
): Promise<boolean> {
  const statements = [guard(db, ...unchanged(before)), updateIntroduction(db, after), ...announced(after)];
  return (await tryBatch(db, statements)) !== undefined;
}
