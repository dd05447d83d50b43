import type { Fetcher, SendEmail } from '@cloudflare/workers-types';
import type { MailSettings } from '@kopru/sdk/schema';
import type { Bindings } from '../../env.ts';
import type { Queryable } from '../../lib/queryable.ts';
import { readSmtpPassword } from '../settings/store.ts';
import { fileMailer } from './files.ts';
import type { Mailer } from './mailer.ts';
import { sendEmailMailer } from './send-email.ts';
import { type SmtpServer, smtpMailer } from './smtp.ts';
import { transportOf } from './which.ts';

/** @returns undefined where the deployment has no transport. */
export async function mailerFor(
  env: Bindings,
  db: Queryable,
  hubId: string,
  settings: MailSettings,
): Promise<Mailer | undefined> {
  const { hostname } = new URL(env.KOPRU_ORIGIN);
  switch (transportOf(env, settings)) {
    case 'smtp':
      return smtpMailer(await serverOf(env, db, hubId, settings), hostname);
    case 'send_email':
      return sendEmailMailer(env.EMAIL as SendEmail);
    case 'files':
      return fileMailer(env.MAILBOX as Fetcher, hostname);
    default:
      return undefined;
  }
}

/** The hub's own server, or that of the deployment. */
const serverOf = async (env: Bindings, db: Queryable, hubId: string, { smtp }: MailSettings): Promise<SmtpServer> =>
  smtp
    ? { ...smtp, password: await readSmtpPassword(env.KOPRU_KEYRING, db, hubId) }
    : (JSON.parse(env.KOPRU_SMTP as string) as SmtpServer);
