import type { IntroductionView } from '@kopru/sdk/schema';
import type { Hub } from '../../hubs/store.ts';
import { act } from '../../introductions/service.ts';
import type { Queryable } from '../../lib/queryable.ts';
import type { SubscriptionRow } from '../../subscriptions/store.ts';

/**
 * Does with an introduction what its subscriber has confirmed on the page of a link, as the owner of the
 * profile. What is done already is not done again, and no error.
 *
 * @throws {ApiError} `not_found` when the profile has no such introduction (any more); `conflict` when its
 *   state does not allow it any more.
 */
export const answerIntroduction = (
  db: Queryable,
  hub: Hub,
  { id, kind, profile_id }: Pick<SubscriptionRow, 'id' | 'kind' | 'profile_id'>,
  { introduction, action }: { readonly introduction: string; readonly action: 'accept' | 'decline' },
  now: Date,
): Promise<IntroductionView> => {
  const viewer = { kind, id: profile_id };
  return act(db, { hub, viewer, actor: { kind: 'viewer', id, profile: viewer } }, introduction, action, now);
};
