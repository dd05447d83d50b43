import { KopruError } from '@kopru/sdk';
import type { CorridorList } from '@kopru/sdk/schema';

/**
 * The public numbers of a deployment. They need no key, so that none is sent, and no preflight either.
 *
 * @param api where the API is.
 * @throws {KopruError} when it answers anything else; {TypeError} when it does not answer.
 */
export async function readCorridors(api: string, signal: AbortSignal): Promise<CorridorList> {
  const response = await fetch(`${api.replace(/\/+$/, '')}/v1/corridors`, { signal });
  const { ok, status, headers } = response;
  if (ok) return (await response.json()) as CorridorList;
  throw new KopruError(status === 429 ? 'rate_limited' : 'unexpected_answer', `HTTP ${status} from the corridors.`, {
    status,
    requestId: headers.get('request-id') ?? undefined,
    retryAfter: Number(headers.get('retry-after')) || undefined,
  });
}
