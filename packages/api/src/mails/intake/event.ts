import { isOfAddress, type Report } from './report.ts';

const PREFIX = 'cf.email.sending.message.';

/**
 * An event of Cloudflare's Email Sending, as a subscription puts it into a queue. Its recipient, subject and words
 * of the server are not read.
 */
export interface SendingEvent {
  readonly type: `${typeof PREFIX}${string}`;
  readonly payload: {
    /** What `send` of the binding gave. */
    readonly messageId: string;
    readonly delivery?: { readonly smtpEnhancedStatusCode?: string };
    readonly bounce?: { readonly type?: string };
  };
}

/** Whether a body of the queue is such an event. */
export const isSendingEvent = (body: unknown): body is SendingEvent => {
  const { type, payload } = (body ?? {}) as Partial<SendingEvent>;
  return typeof type === 'string' && type.startsWith(PREFIX) && typeof payload?.messageId === 'string';
};

/**
 * What an event reports. A bounce is of the address where its status says so, and without a status where it is hard.
 *
 * @returns undefined for events of deliveries and delays.
 */
export function reportOf({ type, payload: { messageId, delivery, bounce } }: SendingEvent): Report | undefined {
  const names = [messageId];
  const kind = type.slice(PREFIX.length);
  if (kind === 'complained') return { type: 'complained', names, isPermanent: true, reason: undefined };
  if (kind !== 'bounced') return undefined;
  const status = /^\d\.\d{1,3}\.\d{1,3}$/.exec(delivery?.smtpEnhancedStatusCode ?? '')?.[0];
  return {
    type: 'bounced',
    names,
    isPermanent: status === undefined ? bounce?.type === 'hard' : isOfAddress(status),
    reason: status,
  };
}
