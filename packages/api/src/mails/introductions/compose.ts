import type { IntroductionView } from '@kopru/sdk/schema';
import { ApiError } from '../../errors.ts';
import { mayMeet } from '../../introductions/parties.ts';
import { readIntroduction } from '../../introductions/service.ts';
import { findIntroduction } from '../../introductions/store.ts';
import type { Composed } from '../compose.ts';
import { type ComposeContext, subscriberFooter } from '../context.ts';
import { finish } from '../finish.ts';
import type { IntroductionMail } from './notices.ts';
import { introductionPage } from './page.ts';

/** The state in which what a mail tells still holds. */
const HOLDS_IN = {
  requested: 'requested',
  reminder: 'requested',
  accepted: 'accepted',
  declined: 'declined',
  expired: 'expired',
} as const satisfies Record<IntroductionMail['event'], IntroductionView['state']>;

/**
 * A mail about an introduction, as the owner of the profile sees it right now. Contacts are read here, and
 * the logs of both hubs have it on record before.
 *
 * @param profile the name of the subscriber's profile.
 */
export async function composeIntroduction(
  context: ComposeContext,
  { introduction: id, event }: IntroductionMail,
  profile: string,
): Promise<Composed> {
  const { db, hub, subscription, now } = context;
  const found = await findIntroduction(db, hub.id, id);
  if (!found) return { skip: 'introduction_gone' };
  if (found.state !== HOLDS_IN[event]) return { skip: 'state_changed' };
  if (event === 'accepted' && !(await mayMeet(db, found.from, found.to))) return { skip: 'not_shown' };
  const viewer = { kind: subscription.kind, id: subscription.profile_id };
  const actor = { kind: 'job', id: 'deliver-mails', profile: viewer } as const;
  const view = await readIntroduction(db, { hub, viewer, actor }, id, now).catch((error) => {
    if (error instanceof ApiError && error.code === 'not_found') return undefined;
    throw error;
  });
  if (!view) return { skip: 'not_shown' };
  const asks = !view.from.home && view.from.kind === viewer.kind && view.from.id === viewer.id;
  const other = asks ? view.to : view.from;
  if ((event === 'requested' || event === 'reminder') && !other.card) return { skip: 'not_shown' };
  const { footer, unsubscribeUrl } = await subscriberFooter(context, profile);
  const page = await introductionPage(context, { view, other, asks, event, profile }, footer);
  return { message: finish(context, page, 'introduction', unsubscribeUrl), statements: [] };
}
