import type { MailSettings } from '@kopru/sdk/schema';
import { LogLevel, WorkerMailer } from 'worker-mailer';
import { asciiOf, headersOf } from './headers.ts';
import { MailError, type Mailer, type Outgoing } from './mailer.ts';

/** An SMTP server, with the password if it asks for one. */
export type SmtpServer = NonNullable<MailSettings['smtp']> & { readonly password?: string | undefined };

/** How long each answer of a server may take, in milliseconds. */
const TIMEOUT = 20_000;

// worker-mailer 1.2.1 asks a connection that has ended for more again and again, without a pause in which a timeout
// could come, so that the isolate hangs (decision 0048). This is its `read`, which throws at the end.
Object.assign(WorkerMailer.prototype, {
  async read(this: { readonly reader: ReadableStreamDefaultReader<Uint8Array> }): Promise<string> {
    const decoder = new TextDecoder();
    for (let answer = ''; ; ) {
      const { done, value } = await this.reader.read();
      if (done) throw new Error('the connection ended');
      answer += decoder.decode(value, { stream: true });
      // A line that goes on has a hyphen after its code (RFC 5321, section 4.2.1).
      if (answer.endsWith('\n') && !/^\d+-/.test(answer.split(/\r?\n/).at(-2) ?? '')) return answer;
    }
  },
});

/** Sends over an SMTP server, one connection a mail. A mail of which it is not known whether it was taken may be sent again: it keeps its Message-ID. */
export const smtpMailer = (
  { host, port, security, username, password = '' }: SmtpServer,
  deployment: string,
): Mailer => ({
  setsMessageId: false,
  async send(mail) {
    try {
      const server = await WorkerMailer.connect({
        host,
        port,
        secure: security === 'tls',
        startTls: security === 'starttls',
        // It takes this one for the time of an answer too.
        socketTimeoutMs: TIMEOUT,
        logLevel: LogLevel.NONE,
        authType: ['plain', 'login'],
        ...(username && { credentials: { username, password } }),
      });
      await server.send(emailOf(mail, deployment)).finally(() => void server.close().catch(() => undefined));
      return undefined;
    } catch (error) {
      throw errorOf(error as Error);
    }
  },
});

const emailOf = (mail: Outgoing, deployment: string) => ({
  from: asciiOf(mail.from.email),
  to: asciiOf(mail.message.to.email),
  subject: mail.message.subject,
  text: mail.message.text,
  html: mail.message.html,
  headers: headersOf(mail, deployment),
});

/** What a server answered to a step, as worker-mailer tells it. */
const REPLY =
  /^(Invalid MAIL FROM: <[^>]*>|Invalid RCPT TO: <[^>]*>|[^:]*:)\D*?(\d{3})[ -](?:(\d\.\d{1,3}\.\d{1,3})\b)?/;

/** Steps in which a refusal is of the mail; before them it is of us, and may pass when the settings are mended. */
const OF_MAIL = /^(Invalid|Failed to send DATA|Failed send email body)/;

function errorOf(cause: Error): MailError {
  const [, step = '', code, enhanced] = REPLY.exec(cause.message) ?? [];
  if (code === undefined)
    return new MailError('temporary', /timeout/i.test(cause.message) ? 'timeout' : 'connection', { cause });
  const reason = [code, ...(enhanced ? [enhanced] : [])].join(' ');
  if (!code.startsWith('5') || !OF_MAIL.test(step)) return new MailError('temporary', reason, { cause });
  const isRecipient = step.startsWith('Invalid RCPT') && (enhanced ? /^5\.(1\.|2\.1$)/.test(enhanced) : code !== '552');
  return new MailError(isRecipient ? 'recipient' : 'permanent', reason, { cause });
}
