import type { MailSettings, MailSettingsInput, mailSettingsViewSchema } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import type { z } from 'zod';
import { actorOf, record } from '../../audit/record.ts';
import type { AppEnv } from '../../env.ts';
import { ApiError } from '../../errors.ts';
import { asciiAddress } from '../../lib/email-key.ts';
import { seal } from '../../lib/seal.ts';
import { refusal } from '../../webhooks/url.ts';
import { transportOf } from '../transports/which.ts';
import { hasSmtpPassword, readMailSettings, smtpContext, writeMailSettings } from './store.ts';

type View = z.output<typeof mailSettingsViewSchema>;

export async function settingsOf(c: Context<AppEnv>): Promise<View> {
  const [db, hubId] = [c.get('db'), c.get('hub').id];
  const { smtp, ...settings } = await readMailSettings(db, hubId);
  return {
    ...settings,
    ...(smtp && { smtp: { ...smtp, hasPassword: await hasSmtpPassword(db, hubId) } }),
    transport: transportOf(c.env, { smtp }) ?? null,
  };
}

/**
 * Sets how the hub's mail goes out.
 *
 * @throws {ApiError} `invalid_request` on an address that mail does not reach, or a server that a deployment must not
 *   connect to.
 */
export async function setSettings(c: Context<AppEnv>, input: MailSettingsInput): Promise<View> {
  check(c, input);
  const [db, hubId] = [c.get('db'), c.get('hub').id];
  const { smtp: { password, ...smtp } = {}, ...rest } = input;
  const settings = { ...rest, ...(input.smtp && { smtp }) } as MailSettings;
  const sealed = password ? await seal(c.env.KOPRU_KEYRING, smtpContext(hubId), password) : undefined;
  const now = new Date();
  await db.batch([
    writeMailSettings(db, hubId, settings, sealed, now),
    record(db, hubId, actorOf(c), { action: 'mail_settings.updated', details: { enabled: settings.enabled } }, now),
  ]);
  return settingsOf(c);
}

function check(c: Context<AppEnv>, { from, replyTo, smtp }: MailSettingsInput): void {
  const addresses = { '/from/email': from?.email, '/replyTo': replyTo };
  for (const [path, email] of Object.entries(addresses))
    if (email !== undefined && asciiAddress(email) === undefined)
      throw broken(path, 'email_address', 'must be an address that mail reaches');
  if (!smtp || c.env.KOPRU_ENV === 'local') return;
  if (smtp.security === 'none') throw broken('/smtp/security', 'encrypted', 'must be tls or starttls');
  const why = refusal(`https://${smtp.host}/`, false);
  if (why) throw broken('/smtp/host', 'public_host', why);
}

const broken = (path: string, rule: string, message: string) =>
  new ApiError('invalid_request', `${path.slice(1)} ${message}.`, [
    { in: 'body', path, rule, message, received: 'string' },
  ]);
