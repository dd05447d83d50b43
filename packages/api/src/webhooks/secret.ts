import { Webhook } from 'standardwebhooks';
import { seal, unseal } from '../lib/seal.ts';

/** A new secret in the form of Standard Webhooks: `whsec_` and 32 random bytes in base64. */
export const createSecret = (): string =>
  `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`;

const contextOf = (endpointId: string): string => `webhook:${endpointId}`;

export const sealSecret = (keyring: string, endpointId: string, secret: string): Promise<string> =>
  seal(keyring, contextOf(endpointId), secret);

/**
 * The headers that sign a message with each of the secrets (Standard Webhooks 1.0).
 *
 * @param sealed the endpoint's secrets as they are stored.
 */
export async function signatureHeaders(
  keyring: string,
  endpointId: string,
  sealed: readonly string[],
  { id, body, now }: { id: string; body: string; now: Date },
): Promise<Record<string, string>> {
  const secrets = await Promise.all(sealed.map((text) => unseal(keyring, contextOf(endpointId), text)));
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
  };
}
