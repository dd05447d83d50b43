/**
 * Signed links of mails: who holds one may do one thing for one subscription, without a login.
 *
 * @module
 */
import type { Kind } from '@kopru/sdk/schema';
import { errors, jwtVerify, SignJWT } from 'jose';

export type LinkPurpose = 'confirm' | 'answer' | 'introduction' | 'preferences' | 'unsubscribe';

/** What a link may do, and for whom. */
export interface Link {
  readonly purpose: LinkPurpose;
  readonly hub: string;
  readonly subscription: string;
  /** Only for `answer`. */
  readonly mail?: string;
  readonly kind?: Kind;
  readonly id?: string;
  readonly answer?: 'requested' | 'saved' | 'passed';
  /** Only for `introduction`: its id, and what is done with it. */
  readonly introduction?: string;
  readonly action?: 'accept' | 'decline';
  /** Absent: never expires. */
  readonly expires?: Date;
}

/** Why a link is refused. */
export class LinkError extends Error {
  readonly code: 'invalid' | 'expired';
  constructor(code: 'invalid' | 'expired', options?: ErrorOptions) {
    super(`the link is ${code}`, options);
    this.code = code;
  }
}

interface Keyring {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
}

/** Keys that were derived, by the secret of the ring: a mail has twenty links. */
const derived = new Map<string, Promise<CryptoKey>>();

/** A key of the ring for links alone, so that nothing else that it encrypts can be taken for one. */
async function keyOf(keyring: string, id: string): Promise<CryptoKey> {
  const secret = (JSON.parse(keyring) as Keyring).keys[id];
  if (!secret) throw new LinkError('invalid');
  const key = derived.get(secret) ?? derive(secret);
  derived.set(secret, key);
  return key;
}

async function derive(secret: string): Promise<CryptoKey> {
  const raw = Uint8Array.from(atob(secret), (c) => c.charCodeAt(0));
  const base = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode('kopru mail links');
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    base,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  );
}

/** The token of a link. */
export async function signLink(keyring: string, { purpose, expires, ...rest }: Link): Promise<string> {
  const { current } = JSON.parse(keyring) as Keyring;
  const token = new SignJWT(rest).setProtectedHeader({ alg: 'HS256', kid: current }).setAudience(purpose);
  return (expires ? token.setExpirationTime(expires) : token).sign(await keyOf(keyring, current));
}

/** @throws {LinkError} on a token that was altered, is for another purpose or came too late. */
export async function readLink(keyring: string, purpose: LinkPurpose, token: string, now: Date): Promise<Link> {
  try {
    const { payload } = await jwtVerify(token, ({ kid }) => keyOf(keyring, String(kid)), {
      algorithms: ['HS256'],
      audience: purpose,
      currentDate: now,
    });
    const { aud: _, exp, ...rest } = payload;
    return { ...rest, purpose, ...(exp && { expires: new Date(exp * 1000) }) } as Link;
  } catch (cause) {
    throw new LinkError(cause instanceof errors.JWTExpired ? 'expired' : 'invalid', { cause });
  }
}

/** Where a link leads. */
export const pathOf = (purpose: LinkPurpose, token: string): string => `/mail/${purpose}/${token}`;
