const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 62²² is more than 2¹³⁰: no id is guessed, and none comes up twice. */
const LENGTH = 22;
/** The largest multiple of 62 that a byte holds: bytes from there on would favour some digits. */
const FAIR = 248;

/** A new id of a card: `~` and 22 random characters, of which nothing can be told. */
export function newExchangeId(): string {
  let id = '~';
  while (id.length <= LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      if (byte < FAIR && id.length <= LENGTH) id += DIGITS[byte % DIGITS.length];
    }
  }
  return id;
}
