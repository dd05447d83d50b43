import { type Kind, mailSettingsSchema } from '@kopru/sdk/schema';
import { findHub } from '../src/hubs/store.ts';
import { type ComposeContext, compose } from '../src/mails/compose.ts';
import type { MailRow } from '../src/mails/store.ts';
import { getSubscription, type SubscriptionRow } from '../src/subscriptions/store.ts';
import { bindings } from './bindings.ts';

let count = 0;

/** A confirmed subscription with a daily digest, unless `more` says otherwise. */
export async function subscribe(
  hub: { readonly id: string },
  profile: { readonly kind: Kind; readonly id: string },
  more: Partial<SubscriptionRow> = {},
): Promise<SubscriptionRow> {
  const at = '2026-11-01T00:00:00.000Z';
  const email = `reader${++count}@mail.example`;
  const row: SubscriptionRow = {
    id: `sub_${crypto.randomUUID()}`,
    hub_id: hub.id,
    kind: profile.kind,
    profile_id: profile.id,
    email,
    email_key: email,
    name: 'Aida Serikova',
    seeks: null,
    locale: 'en',
    time_zone: 'Asia/Almaty',
    frequency: 'daily',
    weekday: 1,
    hour: 8,
    min_score: 0,
    max_items: 10,
    digest: 1,
    introduction: 1,
    reminder: 1,
    application: 1,
    nothing_new: 0,
    state: 'confirmed',
    next_at: null,
    created_at: at,
    confirmed_at: at,
    ended_at: null,
    updated_at: at,
    ...more,
  };
  const names = Object.keys(row);
  await bindings.DB.prepare(`INSERT INTO subscriptions (${names}) VALUES (${names.map(() => '?')})`)
    .bind(...Object.values(row))
    .run();
  return row;
}

/** The mails of a subscription, oldest first. */
export const mailsTo = async ({ id }: { readonly id: string }): Promise<MailRow[]> =>
  (
    await bindings.DB.prepare('SELECT * FROM mails WHERE subscription_id = ? ORDER BY created_at, rowid')
      .bind(id)
      .all<MailRow>()
  ).results;

/** What a mail is composed from right now. */
export async function contextFor(
  { hub_id, id }: { readonly hub_id: string; readonly id: string },
  more: Partial<ComposeContext> = {},
): Promise<ComposeContext> {
  const db = bindings.DB.withSession('first-primary');
  return {
    env: { ...bindings, KOPRU_ORIGIN: 'https://kopru.example' },
    db,
    hub: (await findHub(db, hub_id))!,
    settings: mailSettingsSchema.parse({}),
    subscription: (await getSubscription(db, hub_id, id))!,
    now: new Date(),
    ...more,
  };
}

/** Composes a mail and writes what goes with it, as an attempt does. */
export async function composed(subscription: SubscriptionRow, mail: MailRow, more: Partial<ComposeContext> = {}) {
  const result = await compose(await contextFor(subscription, more), mail);
  if ('skip' in result) return result;
  if (result.statements.length > 0) await bindings.DB.batch([...result.statements]);
  return result;
}

/** A mail that is not in the outbox. */
export const mailOf = (
  subscription: SubscriptionRow,
  notice: MailRow['notice'],
  data: object = {},
  id: string = `mail_${crypto.randomUUID()}`,
): MailRow =>
  ({
    id,
    hub_id: subscription.hub_id,
    subscription_id: subscription.id,
    notice,
    occasion: id,
    data: JSON.stringify(data),
  }) as MailRow;
