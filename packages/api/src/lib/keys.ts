/**
 * Keys: `kopru_sk_` + 32 random characters + 6 characters of checksum. The prefix and the checksum
 * let secret scanners find leaked keys, and let us refuse a mistyped one without a query.
 *
 * @module
 */
import { sha256 } from './sha256.ts';

const PREFIX = 'kopru_sk_';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_LENGTH = 32;
const CHECKSUM_LENGTH = 6;

/** A new secret key: 190 random bits. */
export function createKey(): string {
  let random = '';
  while (random.length < RANDOM_LENGTH) {
    // Bytes from 248 on are dropped: 248 is the largest multiple of 62 in a byte.
    for (const byte of crypto.getRandomValues(new Uint8Array(RANDOM_LENGTH))) {
      if (byte < 248 && random.length < RANDOM_LENGTH) random += ALPHABET[byte % 62];
    }
  }
  return PREFIX + random + checksum(random);
}

export function isWellFormedKey(key: string): boolean {
  if (!key.startsWith(PREFIX) || key.length !== PREFIX.length + RANDOM_LENGTH + CHECKSUM_LENGTH) return false;
  const random = key.slice(PREFIX.length, -CHECKSUM_LENGTH);
  return key.slice(-CHECKSUM_LENGTH) === checksum(random);
}

/** The form in which a key is stored. */
export const hashKey = (key: string): Promise<string> => sha256(key);

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
