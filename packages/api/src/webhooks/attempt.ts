import type { DeliveryError } from '@kopru/sdk/schema';
import { refusal } from './url.ts';

/** How long an endpoint may take to answer, in milliseconds. */
const TIMEOUT = 15_000;

export interface Outcome {
  readonly delivered: boolean;
  readonly status: number | null;
  readonly error: DeliveryError | null;
}

/**
 * Posts an event once. Only a status of 2xx is delivery; a redirect is none, since it could lead
 * anywhere. What the endpoint answers is not read.
 */
export async function attempt(
  url: string,
  headers: Record<string, string>,
  body: string,
  local: boolean,
): Promise<Outcome> {
  // The rule may have become stricter since the endpoint was made.
  if (refusal(url, local)) return { delivered: false, status: null, error: 'refused_url' };
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', 'user-agent': 'Kopru-Webhooks/1', ...headers },
      body,
      signal: AbortSignal.timeout(TIMEOUT),
    });
    await response.body?.cancel();
    const { ok, status } = response;
    return { delivered: ok, status, error: ok ? null : status >= 300 && status < 400 ? 'redirect' : 'status' };
  } catch (error) {
    return {
      delivered: false,
      status: null,
      error: (error as Error).name === 'TimeoutError' ? 'timeout' : 'unreachable',
    };
  }
}
