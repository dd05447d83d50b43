import type { SendEmail } from '@cloudflare/workers-types';
import { asciiOf, listHeaders, oneLine } from './headers.ts';
import { MailError, type Mailer } from './mailer.ts';

/**
 * Sends over the `send_email` binding of Workers, which sets Message-ID, Date and Feedback-ID itself and signs by
 * DKIM. A send that was cut off may have been taken and cannot be known again.
 */
export const sendEmailMailer = (binding: SendEmail): Mailer => ({
  setsMessageId: true,
  async send(mail) {
    const { from, message } = mail;
    try {
      const { messageId } = await binding.send({
        from: from.name ? { email: asciiOf(from.email), name: oneLine(from.name) } : asciiOf(from.email),
        to: asciiOf(message.to.email),
        ...(message.replyTo && { replyTo: asciiOf(message.replyTo.email) }),
        subject: oneLine(message.subject),
        html: message.html,
        text: message.text,
        headers: listHeaders(mail),
      });
      return messageId;
    } catch (error) {
      throw errorOf(error as Error & { readonly code?: unknown });
    }
  },
});

/** Codes of limits and of a sender that can be set up, after which the same mail may be taken later. */
const MAY_PASS = /RATE|LIMIT_EXCEEDED|QUOTA|SENDER/;
/** Codes that do not say whether the mail was taken. */
const UNKNOWN = /INTERNAL|UNAVAILABLE|TIMEOUT/;

function errorOf(cause: Error & { readonly code?: unknown }): MailError {
  const code = String(cause.code ?? /\bE_[A-Z_]+\b/.exec(cause.message)?.[0] ?? '');
  // Without a code of the service nothing says whether it took the mail.
  if (!code.startsWith('E_')) return new MailError('unknown', 'no_answer', { cause });
  if (UNKNOWN.test(code)) return new MailError('unknown', code, { cause });
  if (code === 'E_RECIPIENT_SUPPRESSED') return new MailError('recipient', code, { cause });
  return new MailError(MAY_PASS.test(code) ? 'temporary' : 'permanent', code, { cause });
}
