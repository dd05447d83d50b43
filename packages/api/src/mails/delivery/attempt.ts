import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { MailSettings } from '@kopru/sdk/schema';
import type { Bindings } from '../../env.ts';
import { findOpenHub, type Hub } from '../../hubs/store.ts';
import { emailKey } from '../../lib/email-key.ts';
import { tryBatch } from '../../lib/guarded-batch.ts';
import { logFailure } from '../../lib/log-failure.ts';
import { nextAttempt } from '../../lib/next-attempt.ts';
import type { Queryable } from '../../lib/queryable.ts';
import { HOUR } from '../../lib/time.ts';
import { getSubscription } from '../../subscriptions/store.ts';
import { addressHash, isSuppressed, suppress } from '../../suppressions/store.ts';
import { type Composed, compose } from '../compose.ts';
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

/** Makes one attempt at a mail that was claimed, and writes down how it ended. Throws nothing. */
export async function attempt(context: Context, mail: MailRow): Promise<void> {
  const { db, now } = context;
  const failed = (error: unknown) => logFailure({ job: 'deliver-mails', hub: mail.hub_id, mail: mail.id }, error);
  try {
    const statements = await tryMail(context, mail).catch((error) => {
      failed(error);
      return settleMail(db, mail, again(mail, 'failed', now), now);
    });
    // What is not written down after a second try stays with its transport, as after a kill.
    if (statements.length > 0) await db.batch(statements).catch(() => db.batch(statements));
  } catch (error) {
    failed(error);
  }
}

/** @returns the statements that write down how the attempt ended; none where it is for a later one to find out. */
async function tryMail(context: Context, mail: MailRow): Promise<D1PreparedStatement[]> {
  const { env, db, now } = context;
  const end = (outcome: Outcome) => settleMail(db, mail, outcome, now);
  if (mail.reason === SENDING.once) return end({ state: 'uncertain', reason: 'cut_off' });
  const hub = await findOpenHub(db, mail.hub_id);
  if (!hub) return end({ state: 'skipped', reason: 'hub_gone' });
  const settings = await readMailSettings(db, hub.id);
  const mailer = await mailerFor(env, db, hub.id, settings);
  const from = senderOf(env, hub, settings);
  if (!settings.dryRun && !(from && mailer))
    return [postponeMail(db, mail, from ? 'no_transport' : 'no_sender', new Date(now.getTime() + UNTIL_SET_UP))];

  const composed = await write(context, mail, hub, settings);
  if ('skip' in composed) return end({ state: 'skipped', reason: composed.skip });
  const { message, statements } = composed;
  if (settings.dryRun || !from || !mailer) return end({ state: 'skipped', reason: 'dry_run', message });

  const key = emailKey(message.to.email) ?? '';
  const transport = mailer.setsMessageId ? 'once' : 'again';
  const marks = markSending(db, mail, { message, addressHash: await addressHash(hub.id, key), transport }, now);
  // Not marked: it is another attempt's by now, or somebody said stop, which the next one finds.
  if (!(await tryBatch(db, [...marks, ...statements]))) return [];
  const outcome = await send(context, mail, { mailer, from, message });
  return [
    ...end(outcome),
    // An address that takes no mail gets none any more.
    ...(outcome.state === 'bounced' ? await suppress(db, hub.id, key, 'bounced', now) : []),
  ];
}

/** Who a hub's mail is from; on this machine there is always somebody. */
const senderOf = ({ KOPRU_ENV }: Bindings, { name }: Hub, { from }: MailSettings): Address | undefined =>
  from ?? (KOPRU_ENV === 'local' ? { name, email: 'matches@kopru.example' } : undefined);

/**
 * What the mail says at this moment: each attempt composes it anew, so that nothing is sent that may no longer be
 * shown. A test says what staff wrote.
 */
async function write(context: Context, mail: MailRow, hub: Hub, settings: MailSettings): Promise<Composed> {
  const { env, db, now } = context;
  if (mail.subscription_id === null) {
    const message = JSON.parse(mail.message ?? 'null') as Message | null;
    const key = message && emailKey(message.to.email);
    if (!message || !key || (await isSuppressed(db, hub.id, key))) return { skip: 'suppressed' };
    return { message, statements: [] };
  }
  const subscription = await getSubscription(db, hub.id, mail.subscription_id);
  if (!subscription) return { skip: 'subscription_gone' };
  if (await isSuppressed(db, hub.id, subscription.email_key))
    return { skip: subscription.state === 'ended' ? 'ended' : 'suppressed' };
  return compose({ env, db, hub, settings, subscription, now }, mail);
}

/** Gives a mail to its transport. */
async function send(
  { now }: Context,
  mail: MailRow,
  { mailer, from, message }: { readonly mailer: Mailer; readonly from: Address; readonly message: Message },
): Promise<Outcome> {
  const { id, hub_id: hub, notice } = mail;
  try {
    return { state: 'sent', transportId: await mailer.send({ id, hub, notice, from, message, date: now }) };
  } catch (error) {
    const { refusal, reason } = error instanceof MailError ? error : new MailError('unknown', 'failed');
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
