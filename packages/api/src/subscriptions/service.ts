import type { MailSubscription, MailSubscriptionPatch, NewMailSubscription } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import { type Actor, actorOf, record } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { ring } from '../jobs/doorbell.ts';
import { emailKey } from '../lib/email-key.ts';
import { guard } from '../lib/guard.ts';
import { guardedBatch, tryBatch } from '../lib/guarded-batch.ts';
import { newId } from '../lib/ids.ts';
import type { Queryable } from '../lib/queryable.ts';
import { daysAfter } from '../lib/time.ts';
import { nextDue } from '../mails/digest/due.ts';
import { enqueueMail } from '../mails/store.ts';
import { missing } from '../matches/subject.ts';
import { soughtKind } from '../matches/tuning.ts';
import { getProfile } from '../profiles/store.ts';
import { isSuppressed } from '../suppressions/store.ts';
import {
  endSubscription,
  findByAddress,
  getSubscription,
  guardUnchanged,
  isFree,
  mayAsk,
  mayHaveSubscription,
  type SubscriptionRow,
  toView,
  writeSubscription,
} from './store.ts';

/** Most subscriptions of one profile that have not ended, and most addresses that it asks in a day. */
const MOST = 20;

/** Where a request says which kind it seeks. */
const SEEKS = { in: 'body', path: '/seeks' } as const;

/** The comparable form of an address. @throws {ApiError} `invalid_request` on one that mail does not reach. */
export function keyOf(email: string, place: { in: 'body' | 'query' } = { in: 'body' }): string {
  const key = emailKey(email);
  if (key === undefined)
    throw new ApiError('invalid_request', 'No mail reaches this address.', [
      {
        ...place,
        path: '/email',
        rule: 'email_address',
        message: 'must have a domain, and before it only A–Z a–z 0–9 and . _ - + and the like',
        received: 'string',
      },
    ]);
  return key;
}

/**
 * Subscribes an address to a profile and asks it for its consent.
 *
 * @returns the subscription, and whether it is new: one that was confirmed stays as it is, any other is asked again.
 * @throws {ApiError} `not_found`; `conflict` when the address gets no more mail of the hub, or the profile has as many
 *   subscriptions as it may.
 */
export async function subscribe(
  c: Context<AppEnv>,
  { profile, email, ...choices }: NewMailSubscription,
): Promise<{ subscription: MailSubscription; isNew: boolean }> {
  const db = c.get('db');
  const hub = c.get('hub');
  const key = keyOf(email);
  if (!(await getProfile(db, hub.id, profile.kind, profile.id))) throw missing(profile.kind, profile.id);
  if (await isSuppressed(db, hub.id, key))
    throw new ApiError(
      'conflict',
      'This address gets no more mail of the hub. Who unsubscribed comes back by the preferences link of an earlier mail; what staff put on the list, or bounced, staff take off.',
    );
  const before = await findByAddress(db, hub.id, profile, key);
  if (before?.state === 'confirmed') return { subscription: toView(before), isNew: false };
  const now = new Date();
  const at = now.toISOString();
  const id = before?.id ?? (await newId(c, 'sub'));
  const { digest = true, introduction = true, reminder = true, application = true } = choices.notices;
  const row: SubscriptionRow = {
    id,
    hub_id: hub.id,
    kind: profile.kind,
    profile_id: profile.id,
    email,
    email_key: key,
    name: choices.name ?? null,
    seeks: soughtKind(profile.kind, choices.seeks, SEEKS),
    locale: choices.locale,
    time_zone: choices.timeZone,
    frequency: choices.frequency,
    weekday: choices.weekday,
    hour: choices.hour,
    min_score: choices.minScore,
    max_items: choices.maxItems,
    digest: digest ? 1 : 0,
    introduction: introduction ? 1 : 0,
    reminder: reminder ? 1 : 0,
    application: application ? 1 : 0,
    nothing_new: choices.nothingNew ? 1 : 0,
    state: 'pending',
    next_at: null,
    created_at: before?.created_at ?? at,
    confirmed_at: null,
    ended_at: null,
    updated_at: at,
  };
  const question = {
    id: await newId(c, 'mail'),
    hubId: hub.id,
    notice: 'confirmation',
    // Who asks again and again for an address of somebody else makes one mail a day.
    occasion: before?.state === 'ended' ? at : at.slice(0, 10),
    subscriptionId: id,
    emailKey: key,
  } as const;
  const written = await tryBatch(db, [
    before ? guardUnchanged(db, before) : guard(db, ...isFree(hub.id, profile, key)),
    ...(before?.state === 'pending' ? [] : [guard(db, ...mayHaveSubscription(hub.id, profile, MOST))]),
    guard(db, ...mayAsk(hub.id, profile, MOST, daysAfter(now, -1))),
    writeSubscription(db, row),
    enqueueMail(db, question, now),
    act(db, hub.id, actorOf(c), 'created', id, now, { profile }),
  ]);
  if (!written) {
    const found = await findByAddress(db, hub.id, profile, key);
    // Another request has made it, or its reader has answered, in the same moment.
    if (found && found.updated_at !== before?.updated_at) return { subscription: toView(found), isNew: false };
    throw new ApiError(
      'conflict',
      `A profile has at most ${MOST} subscriptions that have not ended, and asks at most ${MOST} addresses in a day.`,
    );
  }
  c.executionCtx.waitUntil(ring(c.env, 'deliver-mails'));
  return { subscription: toView(row), isNew: !before };
}

/** Changes what a subscriber has chosen. When the next digest comes is worked out anew if its rhythm changed. */
export function changed(row: SubscriptionRow, patch: MailSubscriptionPatch, now: Date): SubscriptionRow {
  const flag = (wanted: boolean | undefined, is: number) => (wanted === undefined ? is : Number(wanted));
  const next = {
    ...row,
    name: patch.name === undefined ? row.name : patch.name,
    seeks: patch.seeks ? soughtKind(row.kind, patch.seeks, SEEKS) : row.seeks,
    locale: patch.locale ?? row.locale,
    time_zone: patch.timeZone ?? row.time_zone,
    frequency: patch.frequency ?? row.frequency,
    weekday: patch.weekday ?? row.weekday,
    hour: patch.hour ?? row.hour,
    min_score: patch.minScore ?? row.min_score,
    max_items: patch.maxItems ?? row.max_items,
    digest: flag(patch.notices?.digest, row.digest),
    introduction: flag(patch.notices?.introduction, row.introduction),
    reminder: flag(patch.notices?.reminder, row.reminder),
    application: flag(patch.notices?.application, row.application),
    nothing_new: flag(patch.nothingNew, row.nothing_new),
    updated_at: now.toISOString(),
  };
  if (next.state !== 'confirmed' || next.digest === 0) return { ...next, next_at: null };
  // A digest that is due stays due where the rhythm is not what changed.
  const { frequency, weekday, hour, timeZone, notices } = patch;
  const isSame = [frequency, weekday, hour, timeZone, notices?.digest].every((value) => value === undefined);
  return { ...next, next_at: isSame && row.next_at ? row.next_at : nextDue(next, now).toISOString() };
}

/** Changes a subscription. @throws {ApiError} `not_found`; `conflict` when it has ended. */
export async function change(c: Context<AppEnv>, row: SubscriptionRow, patch: MailSubscriptionPatch) {
  if (row.state === 'ended') throw new ApiError('conflict', 'The subscription has ended; subscribe the address again.');
  const db = c.get('db');
  const now = new Date();
  await guardedBatch(
    db,
    [
      guardUnchanged(db, row),
      writeSubscription(db, changed(row, patch, now)),
      act(db, row.hub_id, actorOf(c), 'updated', row.id, now),
    ],
    new ApiError('conflict', 'The subscription was changed meanwhile; read it again.'),
  );
  return toView((await getSubscription(db, row.hub_id, row.id)) ?? row);
}

/** Ends a subscription at once; one that has ended stays so. */
export async function end(c: Context<AppEnv>, { hub_id, id, state }: SubscriptionRow): Promise<void> {
  if (state === 'ended') return;
  const db = c.get('db');
  const now = new Date();
  await db.batch([endSubscription(db, hub_id, id, now), act(db, hub_id, actorOf(c), 'ended', id, now)]);
}

/** The record of an act on a subscription. It holds no address. */
export const act = (
  db: Queryable,
  hubId: string,
  actor: Actor,
  action: 'created' | 'updated' | 'ended' | 'confirmed',
  id: string,
  now: Date,
  details?: Readonly<Record<string, unknown>>,
) =>
  record(
    db,
    hubId,
    actor,
    { action: `subscription.${action}`, subject: { kind: 'subscription', id }, ...(details && { details }) },
    now,
  );
