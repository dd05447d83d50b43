import { present } from '../../applications/present.ts';
import { findApplication } from '../../applications/service.ts';
import { ApiError } from '../../errors.ts';
import type { Composed } from '../compose.ts';
import { type ComposeContext, subscriberFooter } from '../context.ts';
import { finish } from '../finish.ts';
import type { ApplicationMail } from './notices.ts';
import { applicationPage } from './page.ts';

/**
 * A mail about what became of an application, as the owner of the startup reads it right now. A programme that may not
 * be shown at this moment is not named; its call stands in the application, which its owner may read.
 *
 * @param profile the name of the startup.
 */
export async function composeApplication(
  context: ComposeContext,
  { application: id, state }: ApplicationMail,
  profile: string,
): Promise<Composed> {
  const { db, hub, subscription } = context;
  const owner = { kind: subscription.kind, id: subscription.profile_id };
  const application = await findApplication(db, hub.id, { profile: owner }, id).catch((error) => {
    if (error instanceof ApiError && error.code === 'not_found') return undefined;
    throw error;
  });
  if (!application) return { skip: 'application_gone' };
  if (application.state !== state) return { skip: 'state_changed' };
  const [told] = await present(db, hub.id, [application], 'owner');
  const programme = told?.programmeName ?? undefined;
  const { footer, unsubscribeUrl } = await subscriberFooter(context, profile);
  const { call, stage } = application;
  const page = applicationPage(context, { state, profile, programme, call, stage }, footer);
  return { message: finish(context, page, 'application', unsubscribeUrl), statements: [] };
}
