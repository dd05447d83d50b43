import type { MailSettings } from '@kopru/sdk/schema';
import { type EmailOptions, LogLevel, type WorkerMailerOptions } from 'worker-mailer';
import { isOfAddress } from '../intake/report.ts';
import { asciiOf, headersOf } from './headers.ts';
import { MailError, type Mailer, type Outgoing } from './mailer.ts';
import { Session } from './worker-mailer.ts';

/** An SMTP server, with the password if it asks for one. */
export type SmtpServer = NonNullable<MailSettings['smtp']> & { readonly password?: string | undefined };

/** How long each answer of a server may take, and all of them together, in milliseconds. */
const TIMEOUT = 20_000;
const ALL = 90_000;

/**
 * Sends over an SMTP server, one connection a mail. One of which it is not known whether it was taken may be sent
 * again: it keeps its Message-ID.
 */
export const smtpMailer = (server: SmtpServer, host: string): Mailer => ({
  setsMessageId: false,
  async send(mail) {
    const session = new Session(optionsOf(server));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('timeout')), ALL);
    });
    try {
      const sent = session.initializeSmtpSession().then(() => {
        session.start().catch(() => undefined);
        return session.send(emailOf(mail, host));
      });
      await Promise.race([sent, late]);
      return undefined;
    } catch (error) {
      throw errorOf(error as Error);
    } finally {
      clearTimeout(timer);
      // Without QUIT: a Worker has few connections, and the mail is taken.
      session.socket.close().catch(() => undefined);
    }
  },
});

const optionsOf = ({ host, port, security, username, password = '' }: SmtpServer): WorkerMailerOptions => ({
  host,
  port,
  secure: security === 'tls',
  startTls: security === 'starttls',
  // It takes this one for the time of an answer too.
  socketTimeoutMs: TIMEOUT,
  logLevel: LogLevel.NONE,
  authType: ['plain', 'login'],
  // Left to itself it asks servers never to tell of a bounce.
  dsn: { NOTIFY: { FAILURE: true }, RET: { HEADERS: true } },
  ...(username && { credentials: { username: bytesOf(username), password: bytesOf(password) } }),
});

/** A text as `btoa` takes it, in UTF-8. */
const bytesOf = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

const emailOf = (mail: Outgoing, host: string): EmailOptions => ({
  from: asciiOf(mail.from.email),
  to: asciiOf(mail.message.to.email),
  subject: mail.message.subject,
  text: mail.message.text,
  html: mail.message.html,
  headers: headersOf(mail, host),
});

/** What a server answered to a step, as worker-mailer tells it. */
const REPLY =
  /^(Invalid MAIL FROM: <[^>]*>|Invalid RCPT TO: <[^>]*>|[^:]*:)\D*?(\d{3})[ -](?:(\d\.\d{1,3}\.\d{1,3})\b)?/;

/** Steps in which a refusal is of the mail; before them it is of us, and may pass when the settings are mended. */
const OF_MAIL = /^(Invalid|Failed to send DATA|Failed send email body)/;

/** Errors without an answer of the server. */
const OTHERS = [
  [/timeout/i, 'timeout'],
  [/STARTTLS/, 'no_tls'],
  [/auth/i, 'credentials'],
] as const;

function errorOf(cause: Error): MailError {
  const [, step = '', code, enhanced] = REPLY.exec(cause.message) ?? [];
  if (code === undefined) {
    const found = OTHERS.find(([pattern]) => pattern.test(cause.message));
    return new MailError('temporary', found?.[1] ?? 'connection', { cause });
  }
  const reason = [code, ...(enhanced ? [enhanced] : [])].join(' ');
  if (!code.startsWith('5') || !OF_MAIL.test(step)) return new MailError('temporary', reason, { cause });
  // A bare 5xx to a recipient may as well be about us: a relay that is closed, a list of blocked networks.
  const isRecipient = step.startsWith('Invalid RCPT') && enhanced !== undefined && isOfAddress(enhanced);
  return new MailError(isRecipient ? 'recipient' : 'permanent', reason, { cause });
}
