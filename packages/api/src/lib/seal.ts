/**
 * Secrets that we must use again (HS256, webhooks, SMTP), encrypted with AES-256-GCM under a Worker
 * secret. `KOPRU_KEYRING` is JSON: `{"current": "2", "keys": {"1": "<base64 of 32 bytes>", "2": …}}`. A new
 * key is added and made current; what was sealed with an older one still opens.
 *
 * @module
 */
interface Keyring {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
}

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

async function keyOf(keyring: string, id: string): Promise<CryptoKey> {
  const found = (JSON.parse(keyring) as Keyring).keys[id];
  if (!found) throw new RangeError(`KOPRU_KEYRING has no key "${id}"`);
  return crypto.subtle.importKey('raw', fromBase64(found), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/**
 * @param context what the secret is for, such as `webhook:<id>`: it opens for nothing else.
 * @returns `<key id>.<nonce>.<ciphertext>`
 */
export async function seal(keyring: string, context: string, secret: string): Promise<string> {
  const { current } = JSON.parse(keyring) as Keyring;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode(context);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    await keyOf(keyring, current),
    new TextEncoder().encode(secret),
  );
  return `${current}.${toBase64(iv)}.${toBase64(new Uint8Array(sealed))}`;
}

/** @throws {RangeError} on a key that the ring no longer has, {DOMException} when the text was altered or is for another context. */
export async function unseal(keyring: string, context: string, sealed: string): Promise<string> {
  const [id = '', iv = '', text = ''] = sealed.split('.');
  const additionalData = new TextEncoder().encode(context);
  const opened = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: fromBase64(iv), additionalData },
    await keyOf(keyring, id),
    fromBase64(text),
  );
  return new TextDecoder().decode(opened);
}
