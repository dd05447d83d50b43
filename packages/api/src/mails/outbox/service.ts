import type { Mail } from '@kopru/sdk/schema';
import type { Locale } from '@kopru/sdk/strings';
import type { Context } from 'hono';
import { actorOf, record } from '../../audit/record.ts';
import type { AppEnv } from '../../env.ts';
import { ApiError } from '../../errors.ts';
import { ring } from '../../jobs/doorbell.ts';
import { newId } from '../../lib/ids.ts';
import { daysAfter } from '../../lib/time.ts';
import { keyOf } from '../../subscriptions/service.ts';
import { isSuppressed } from '../../suppressions/store.ts';
import { composeTest } from '../compose.ts';
import { readMailSettings } from '../settings/store.ts';
import { enqueueMail } from '../store.ts';
import { countTests, getMail, makeDue } from './store.ts';

/** Most tests of a hub in a day: they go to addresses that nobody was asked about. */
const TESTS = 20;

/** @throws {ApiError} `not_found` */
export async function findMail(c: Context<AppEnv>, id: string) {
  const found = await getMail(c.get('db'), c.get('hub').id, id);
  if (!found) throw new ApiError('not_found', `There is no mail "${id}".`);
  return found;
}

/** Makes a mail due again. @throws {ApiError} `conflict` unless it is dead or uncertain. */
export async function sendAgain(c: Context<AppEnv>, id: string): Promise<Mail> {
  const [db, hubId] = [c.get('db'), c.get('hub').id];
  const { state } = await findMail(c, id);
  if (state !== 'dead' && state !== 'uncertain')
    throw new ApiError('conflict', `Only a mail that is dead or uncertain is sent again; this one is ${state}.`);
  const now = new Date();
  await db.batch([
    makeDue(db, hubId, id, now),
    record(
      db,
      hubId,
      actorOf(c),
      { action: 'mail.sent_again', subject: { kind: 'mail', id }, details: { state } },
      now,
    ),
  ]);
  c.executionCtx.waitUntil(ring(c.env, 'deliver-mails'));
  return withoutContent(await findMail(c, id));
}

/**
 * Puts a test into the outbox.
 *
 * @throws {ApiError} `invalid_request` on an address that mail does not reach; `conflict` when it gets no more mail of
 *   the hub; `rate_limited` after twenty in a day.
 */
export async function sendTest(
  c: Context<AppEnv>,
  { email, locale }: { readonly email: string; readonly locale: Locale },
): Promise<Mail> {
  const [db, hub] = [c.get('db'), c.get('hub')];
  const emailKey = keyOf(email);
  const id = await newId(c, 'mail');
  const before = await getMail(db, hub.id, id);
  if (before) return withoutContent(before);
  if (await isSuppressed(db, hub.id, emailKey))
    throw new ApiError('conflict', 'This address gets no more mail of the hub.');
  const now = new Date();
  if ((await countTests(db, hub.id, daysAfter(now, -1))) >= TESTS)
    throw new ApiError('rate_limited', `A hub sends at most ${TESTS} tests in a day.`);
  const message = composeTest({ hub, settings: await readMailSettings(db, hub.id) }, { email }, locale);
  await db.batch([
    enqueueMail(db, { id, hubId: hub.id, notice: 'test', occasion: id, emailKey, message }, now),
    record(db, hub.id, actorOf(c), { action: 'mail.tested', subject: { kind: 'mail', id } }, now),
  ]);
  c.executionCtx.waitUntil(ring(c.env, 'deliver-mails'));
  return withoutContent(await findMail(c, id));
}

const withoutContent = ({ content: _, ...mail }: Awaited<ReturnType<typeof findMail>>): Mail => mail;
