import { Webhook } from 'standardwebhooks';
import type { WebhookEvent } from './event.ts';

/** How far the time of a delivery may lie from now, in seconds, as Standard Webhooks says. */
const TOLERANCE = 300;

export type WebhookErrorCode =
  /** One of `webhook-id`, `webhook-timestamp` and `webhook-signature` is missing. */
  | 'header_missing'
  /** `webhook-timestamp` is no number of seconds. */
  | 'timestamp_invalid'
  /** It lies more than five minutes before now: an old delivery may have been replayed. */
  | 'timestamp_too_old'
  /** It lies more than five minutes after now: one of the clocks is wrong. */
  | 'timestamp_too_new'
  /** The body was not signed with this secret, or was changed. */
  | 'signature_invalid'
  /** The body is not the raw text that was sent, or holds no event. */
  | 'body_invalid'
  /** The secret is not of the form `whsec_…`; a mistake of your own. */
  | 'secret_invalid';

/** A request that is not to be trusted. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';
  readonly code: WebhookErrorCode;

  constructor(code: WebhookErrorCode, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** A delivery where the framework has no `Request`: its headers, and its body as it came, not parsed. */
export interface RawRequest {
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string | Uint8Array;
}

/**
 * Verifies a delivery and gives its event.
 *
 * @param request a `Request`, whose body is read, or headers and raw body.
 * @param secret of the endpoint, `whsec_…`.
 * @throws {WebhookError} on anything but an event that was signed with the secret within five minutes.
 */
export async function verifyWebhook(request: Request | RawRequest, secret: string): Promise<WebhookEvent> {
  const header = (name: string): string => {
    const { headers } = request;
    const value = isHeaders(headers) ? headers.get(name) : headers[name];
    if (typeof value !== 'string' || value === '')
      throw new WebhookError('header_missing', `the header ${name} is missing`);
    return value;
  };
  const signed = {
    'webhook-id': header('webhook-id'),
    'webhook-timestamp': header('webhook-timestamp'),
    'webhook-signature': header('webhook-signature'),
  };
  checkTime(signed['webhook-timestamp']);
  const webhook = webhookOf(secret);
  const body = await bodyOf(request);
  try {
    webhook.verify(body, signed, { jsonParse: false });
  } catch (cause) {
    throw new WebhookError('signature_invalid', 'the signature is not that of this secret and body', { cause });
  }
  return { id: signed['webhook-id'], ...eventOf(body) } as WebhookEvent;
}

const isHeaders = (headers: RawRequest['headers']): headers is Headers => typeof headers.get === 'function';

/** The library checks this too, but does not say in a code which rule was broken. */
function checkTime(timestamp: string): void {
  if (!/^\d+$/.test(timestamp)) throw new WebhookError('timestamp_invalid', 'webhook-timestamp is not in seconds');
  const age = Math.floor(Date.now() / 1000) - Number(timestamp);
  const off = `${Math.abs(age)} seconds, more than the ${TOLERANCE} that are allowed`;
  if (age > TOLERANCE) throw new WebhookError('timestamp_too_old', `the delivery is old by ${off}`);
  if (age < -TOLERANCE) throw new WebhookError('timestamp_too_new', `the delivery is ahead of this clock by ${off}`);
}

function webhookOf(secret: string): Webhook {
  try {
    if (secret.startsWith('whsec_')) return new Webhook(secret);
  } catch {
    // Its words may hold parts of the secret.
  }
  throw new WebhookError('secret_invalid', 'the secret must be whsec_ and base64, as the endpoint was given it');
}

async function bodyOf(request: Request | RawRequest): Promise<string> {
  if ('text' in request && typeof request.text === 'function') return request.text();
  const { body } = request as RawRequest;
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  throw new WebhookError('body_invalid', 'the body must be the raw text or bytes: verify before anything parses it');
}

function eventOf(body: string): Omit<WebhookEvent, 'id'> {
  try {
    const event = JSON.parse(body);
    if (typeof event?.type === 'string' && typeof event.timestamp === 'string' && typeof event.data === 'object')
      return { type: event.type, timestamp: event.timestamp, data: event.data };
  } catch {
    // Told below.
  }
  throw new WebhookError('body_invalid', 'the body was signed, but holds no event');
}
