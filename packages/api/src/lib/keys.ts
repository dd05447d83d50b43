/**
 * Keys: a prefix that says what the key is + 32 random characters + 6 characters of checksum. Prefix
 * and checksum let secret scanners find leaked keys, and let us refuse a mistyped one without a query.
 *
 * @module
 */
import { sha256 } from './sha256.ts';

/** Prefix of each kind of key. */
const PREFIXES = {
  bootstrap: 'kopru_bt_',
  operator: 'kopru_ok_',
  secret: 'kopru_sk_',
  publishable: 'kopru_pk_',
} as const;

export type KeyKind = keyof typeof PREFIXES;

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_LENGTH = 32;
const CHECKSUM_LENGTH = 6;
const PREFIX_LENGTH = PREFIXES.secret.length;

/** A new key: 190 random bits. */
export function createKey(kind: KeyKind = 'secret'): string {
  let random = '';
  while (random.length < RANDOM_LENGTH) {
    // Bytes from 248 on are dropped: 248 is the largest multiple of 62 in a byte.
    for (const byte of crypto.getRandomValues(new Uint8Array(RANDOM_LENGTH))) {
      if (byte < 248 && random.length < RANDOM_LENGTH) random += ALPHABET[byte % 62];
    }
  }
  return PREFIXES[kind] + random + checksum(random);
}

export function isWellFormedKey(key: string): boolean {
  const prefix = key.slice(0, PREFIX_LENGTH);
  if (!(Object.values(PREFIXES) as string[]).includes(prefix)) return false;
  if (key.length !== PREFIX_LENGTH + RANDOM_LENGTH + CHECKSUM_LENGTH) return false;
  const random = key.slice(PREFIX_LENGTH, -CHECKSUM_LENGTH);
  return key.slice(-CHECKSUM_LENGTH) === checksum(random);
}

/** The form in which a key is stored. Keys are random, so that a slow hash would protect nothing more. */
export const hashKey = (key: string): Promise<string> => sha256(key);

/** The end of a key, by which its holder tells it from others. */
export const hintOf = (key: string): string => `…${key.slice(-4)}`;

/** CRC-32 (IEEE 802.3) in base 62. */
function checksum(text: string): string {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  let n = (crc ^ 0xffffffff) >>> 0;
  let out = '';
  for (let i = 0; i < CHECKSUM_LENGTH; i++) {
    out = ALPHABET[n % 62] + out;
    n = Math.floor(n / 62);
  }
  return out;
}
