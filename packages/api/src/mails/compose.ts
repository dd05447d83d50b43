import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Locale } from '@kopru/sdk/strings';
import { getProfile } from '../profiles/store.ts';
import type { SubscriptionRow } from '../subscriptions/store.ts';
import { composeApplication } from './applications/compose.ts';
import type { ApplicationMail } from './applications/notices.ts';
import type { ComposeContext } from './context.ts';
import { composeDigest } from './digest/compose.ts';
import { finish, replyTo, written } from './finish.ts';
import { composeIntroduction } from './introductions/compose.ts';
import type { IntroductionMail } from './introductions/notices.ts';
import type { Address, Message } from './message.ts';
import { confirmationPage, testPage } from './short-pages.ts';
import type { MailRow } from './store.ts';
import { cutAtWord } from './templates/cut.ts';

export type { ComposeContext } from './context.ts';

/** A mail as it goes out, or why none does. */
export type Composed =
  | {
      readonly message: Message;
      /** Belong in the batch that stores the message. */
      readonly statements: readonly D1PreparedStatement[];
    }
  | { readonly skip: string };

/** Names of profiles are no longer than this in sentences. */
const NAME = 40;

/**
 * Composes a mail of the outbox to a subscriber from what is true right now; nothing is written but the
 * record of a contact that is revealed.
 *
 * @returns `skip` with a reason, when there is nothing to tell any more or nobody to tell it to.
 */
export async function compose(
  context: ComposeContext,
  mail: Pick<MailRow, 'id' | 'notice' | 'data'>,
): Promise<Composed> {
  const { db, hub, subscription } = context;
  const refused = refusalOf(mail, subscription);
  if (refused) return { skip: refused };
  const stored = await getProfile(db, hub.id, subscription.kind, subscription.profile_id);
  if (!stored) return { skip: 'profile_gone' };
  const profile = cutAtWord(stored.profile.name, NAME);
  switch (mail.notice) {
    case 'confirmation':
      return {
        message: finish(context, await confirmationPage(context, profile), 'confirmation'),
        statements: [],
      };
    case 'digest':
      return composeDigest(context, mail, profile);
    case 'introduction':
    case 'reminder':
      return composeIntroduction(context, JSON.parse(mail.data) as IntroductionMail, profile);
    case 'application':
      return composeApplication(context, JSON.parse(mail.data) as ApplicationMail, profile);
    default:
      return { skip: 'no_subscriber' };
  }
}

/** Why a subscriber is not to get a mail, whatever it tells; undefined when it may go. */
function refusalOf({ notice }: Pick<MailRow, 'notice'>, subscription: SubscriptionRow): string | undefined {
  const { state } = subscription;
  if (state !== (notice === 'confirmation' ? 'pending' : 'confirmed'))
    return state === 'pending' ? 'not_confirmed' : state === 'ended' ? 'ended' : 'confirmed_already';
  const isSwitched = notice !== 'confirmation' && notice !== 'test';
  return isSwitched && !subscription[notice] ? 'switched_off' : undefined;
}

/** The mail by which a hub's staff try out the settings. */
export const composeTest = (context: Pick<ComposeContext, 'hub' | 'settings'>, to: Address, lang: Locale): Message => ({
  to,
  ...written(testPage(context, lang)),
  ...replyTo(context.settings),
});
