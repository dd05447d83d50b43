import { type ErrorCode, isKopruError } from '@kopru/sdk';

/** What a reader can do: try again later, get back online, sign in again, or wait. */
export type Trouble = 'error' | 'offline' | 'expired' | 'limited';

/** A request that failed, as a reader is told of it. */
export interface Failure {
  readonly state: Trouble;
  readonly code?: ErrorCode | undefined;
  /** Finds the request in the log of the deployment. */
  readonly requestId?: string | undefined;
  /** Until the API wants to be asked again; 0 where it did not say. */
  readonly seconds: number;
}

/** The host page gave no token when it was asked for one. */
export class TokenMissing extends Error {
  override readonly name = 'TokenMissing';
}

/** @param online whether the browser has a network at all. */
export function failureOf(error: unknown, online: boolean): Failure {
  if (error instanceof TokenMissing) return { state: 'expired', seconds: 0 };
  if (!isKopruError(error)) return { state: online ? 'error' : 'offline', seconds: 0 };
  const { code, requestId, retryAfter } = error;
  const told = { code, requestId, seconds: 0 };
  if (code === 'viewer_token_expired') return { ...told, state: 'expired' };
  if (code === 'rate_limited') return { ...told, state: 'limited', seconds: Math.ceil(retryAfter ?? 0) };
  return { ...told, state: online ? 'error' : 'offline' };
}
