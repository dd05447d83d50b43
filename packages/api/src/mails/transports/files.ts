import type { Fetcher } from '@cloudflare/workers-types';
import { Email } from 'worker-mailer';
import { asciiOf, headersOf } from './headers.ts';
import { MailError, type Mailer, type Outgoing } from './mailer.ts';

/** Puts mails as .eml into a folder of this machine, one file a mail: the default of the local environment. */
export const fileMailer = (mailbox: Fetcher, host: string): Mailer => ({
  setsMessageId: false,
  async send(mail) {
    const answer = await mailbox.fetch(`http://mailbox/${mail.id}`, { method: 'PUT', body: toMime(mail, host) });
    if (!answer.ok) throw new MailError('temporary', `mailbox ${answer.status}`);
    return undefined;
  },
});

/** The mail as a server would take it, less the dots that SMTP doubles and the one by which it ends. */
const toMime = (mail: Outgoing, host: string): string =>
  new Email({
    from: asciiOf(mail.from.email),
    to: asciiOf(mail.message.to.email),
    subject: mail.message.subject,
    text: mail.message.text,
    html: mail.message.html,
    headers: headersOf(mail, host),
  })
    .getEmailData()
    .replace(/\r\n\.\r\n$/, '\r\n')
    .replace(/^\.\./gm, '.');
