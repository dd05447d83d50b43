import type { Composed } from '../compose.ts';
import { type ComposeContext, subscriberFooter } from '../context.ts';
import { finish } from '../finish.ts';
import type { MailRow } from '../store.ts';
import { digestPage, nothingPage } from './page.ts';
import { selectMatches } from './select.ts';
import { markMailed } from './store.ts';

/** The digest of a subscription as it is now. @param profile the name of the subscriber's profile. */
export async function composeDigest(
  context: ComposeContext,
  mail: Pick<MailRow, 'id'>,
  profile: string,
): Promise<Composed> {
  const { db, subscription, now } = context;
  const items = await selectMatches(context, subscription, mail.id);
  if (!items) return { skip: 'profile_gone' };
  const empty = items.length === 0;
  if (empty && !(subscription.frequency === 'weekly' && subscription.nothing_new)) return { skip: 'nothing_new' };
  const { footer, unsubscribeUrl } = await subscriberFooter(context, profile);
  const frame = { context, profile, footer };
  if (empty) return { message: finish(context, nothingPage(frame), 'digest', unsubscribeUrl), statements: [] };
  const { page, told } = await digestPage(frame, mail.id, items);
  const marks = told.map(({ match }) => match);
  return {
    message: finish(context, page, 'digest', unsubscribeUrl),
    statements: [markMailed(db, subscription.id, mail.id, marks, now)],
  };
}
