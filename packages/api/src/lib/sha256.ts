/** SHA-256 of bytes, or of a text in UTF-8, in lower-case hex. */
export async function sha256(of: string | Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest(
    'SHA-256',
    typeof of === 'string' ? new TextEncoder().encode(of) : (of as Uint8Array<ArrayBuffer>),
  );
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
