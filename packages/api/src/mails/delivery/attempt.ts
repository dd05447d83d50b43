import type { MailSettings } from '@kopru/sdk/schema';
import type { Bindings } from '../../env.ts';
import { findHub, type Hub } from '../../hubs/store.ts';
import { emailKey } from '../../lib/email-key.ts';
import { logFailure } from '../../lib/log-failure.ts';
import { nextAttempt } from '../../lib/next-attempt.ts';
import type { Queryable } from '../../lib/queryable.ts';
import { HOUR } from '../../lib/time.ts';
import { getProfile } from '../../profiles/store.ts';
import { getSubscription } from '../../subscriptions/store.ts';
import { isSuppressed, suppress } from '../../suppressions/store.ts';
import { compose, refusalOf } from '../compose.ts';
import type { Address, Message } from '../message.ts';
import { readMailSettings } from '../settings/store.ts';
import type { MailRow } from '../store.ts';
import { mailerFor } from '../transports/index.ts';
import { MailError, type Mailer } from '../transports/mailer.ts';
import { markSending, type Outcome, postponeMail, SENDING, settleMail } from './store.ts';

/** Waits between the attempts of a mail, in milliseconds: 5 and 30 minutes, 2, 6, 16 and 24 hours, two days in all. */
export const WAITS = [300_000, 1_800_000, 7_200_000, 21_600_000, 57_600_000, 86_400_000] as const;

/** How long a mail waits for a sender or a transport that the hub has not set up yet, in milliseconds. */
const UNTIL_SET_UP = HOUR;

interface Context {
  readonly env: Bindings;
  readonly db: Queryable;
  readonly now: Date;
}

/** Makes one attempt at a mail that was claimed, and writes down how it ended. */
export async function attempt(context: Context, mail: MailRow): Promise<void> {
  const { db, now } = context;
  try {
    await tryMail(context, mail);
  } catch (error) {
    logFailure({ job: 'deliver-mails', hub: mail.hub_id, mail: mail.id }, error);
    await settleMail(db, mail, again(mail, 'failed', now), now).run();
  }
}

async function tryMail(context: Context, mail: MailRow): Promise<void> {
  const { env, db, now } = context;
  const hub = await openHub(db, mail.hub_id);
  if (!hub) return settle(context, mail, { state: 'skipped', reason: 'hub_gone' });
  const settings = await readMailSettings(db, hub.id);
  const mailer = await mailerFor(env, db, hub.id, settings);
  if (mail.reason === SENDING && mailer?.setsMessageId)
    return settle(context, mail, { state: 'uncertain', reason: 'cut_off' });
  const from = senderOf(env, hub, settings);
  if (!settings.dryRun && !(from && mailer)) {
    await postponeMail(db, mail, from ? 'no_transport' : 'no_sender', new Date(now.getTime() + UNTIL_SET_UP)).run();
    return;
  }
  const message = await makeReady(context, mail, hub, settings);
  if ('skip' in message) return settle(context, mail, { state: 'skipped', reason: message.skip });
  if (settings.dryRun || !from || !mailer)
    return settle(context, mail, { state: 'skipped', reason: 'dry_run', keepsMessage: true });
  await settle(context, mail, await send(context, mail, { mailer, from, message }), message);
}

/** The hub of a mail, unless it is being erased. */
async function openHub(db: Queryable, id: string): Promise<Hub | undefined> {
  const isErased = await db.prepare('SELECT 1 FROM erased_hubs WHERE id = ?').bind(id).first();
  return isErased ? undefined : findHub(db, id);
}

/** Who a hub's mail is from; on this machine there is always somebody. */
const senderOf = ({ KOPRU_ENV }: Bindings, { name }: Hub, { from }: MailSettings): Address | undefined =>
  from ?? (KOPRU_ENV === 'local' ? { name, email: 'matches@kopru.example' } : undefined);

/**
 * What is sent: the message of an earlier attempt, or one that is composed now and stored before it goes out, so
 * that every attempt sends the same. Whether it may go is asked each time.
 */
async function makeReady(
  { env, db, now }: Context,
  mail: MailRow,
  hub: Hub,
  settings: MailSettings,
): Promise<Message | { readonly skip: string }> {
  const stored = mail.message === null ? undefined : (JSON.parse(mail.message) as Message);
  if (mail.subscription_id === null) {
    if (!stored || (await isClosed(db, hub, stored.to.email))) return { skip: 'suppressed' };
    await markSending(db, mail, undefined, now).run();
    return stored;
  }
  const subscription = await getSubscription(db, hub.id, mail.subscription_id);
  if (!subscription) return { skip: 'subscription_gone' };
  const refused = refusalOf(mail, subscription);
  if (refused) return { skip: refused };
  if (await isSuppressed(db, hub.id, subscription.email_key)) return { skip: 'suppressed' };
  if (stored) {
    if (!(await getProfile(db, hub.id, subscription.kind, subscription.profile_id))) return { skip: 'profile_gone' };
    await markSending(db, mail, undefined, now).run();
    return stored;
  }
  const composed = await compose({ env, db, hub, settings, subscription, now }, mail);
  if ('skip' in composed) return composed;
  await db.batch([markSending(db, mail, composed.message, now), ...composed.statements]);
  return composed.message;
}

const isClosed = async (db: Queryable, hub: Hub, email: string): Promise<boolean> => {
  const key = emailKey(email);
  return key === undefined || isSuppressed(db, hub.id, key);
};

async function send(
  { now }: Context,
  mail: MailRow,
  { mailer, from, message }: { readonly mailer: Mailer; readonly from: Address; readonly message: Message },
): Promise<Outcome> {
  const { id, hub_id: hub, notice } = mail;
  try {
    const date = new Date(mail.created_at);
    return { state: 'sent', transportId: await mailer.send({ id, hub, notice, from, message, date }) };
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    const { refusal, reason } = error;
    if (refusal === 'recipient') return { state: 'bounced', reason };
    if (refusal === 'permanent') return { state: 'dead', reason };
    // What may have been taken is sent again only where a second copy can be known as such.
    if (refusal === 'unknown' && mailer.setsMessageId) return { state: 'uncertain', reason };
    return again(mail, reason, now);
  }
}

/** The next attempt, or the end of them. */
function again({ attempts }: MailRow, reason: string, now: Date): Outcome {
  const next = nextAttempt(WAITS, attempts, now, Math.random());
  return next ? { state: 'due', reason, next } : { state: 'dead', reason };
}

/** Writes down how an attempt ended. An address that takes no mail gets none any more. */
async function settle({ db, now }: Context, mail: MailRow, outcome: Outcome, message?: Message): Promise<void> {
  const key = outcome.state === 'bounced' && message ? emailKey(message.to.email) : undefined;
  await db.batch([
    settleMail(db, mail, outcome, now),
    ...(key ? await suppress(db, mail.hub_id, key, 'bounced', now) : []),
  ]);
}
