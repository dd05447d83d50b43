import { EmbedderError } from '@kopru/sdk/engine/embedder';
import { type Manifest, MODEL } from './model.ts';

/** Gives the bytes of a file of `weights/` by its name. The buffer is the caller's to keep. */
export type ReadFile = (name: string) => Promise<ArrayBuffer>;

const MANIFEST_FILE = 'manifest.json';

function invalid(name: string, what: string, cause?: unknown): EmbedderError {
  return new EmbedderError('model_invalid', `${name}: ${what}`, cause === undefined ? {} : { cause });
}

/** @throws {EmbedderError} `model_invalid`, naming the file, if it cannot be read. */
export async function read(readFile: ReadFile, name: string): Promise<ArrayBuffer> {
  try {
    return await readFile(name);
  } catch (cause) {
    throw invalid(name, `cannot be read (${cause instanceof Error ? cause.message : cause})`, cause);
  }
}

/**
 * Reads the manifest and checks that it describes the model that this code works with.
 *
 * @throws {EmbedderError} `model_invalid`, naming the field with what was expected and found.
 */
export async function readManifest(readFile: ReadFile): Promise<Manifest> {
  const text = new TextDecoder().decode(await read(readFile, MANIFEST_FILE));
  let manifest: Partial<Manifest> | null;
  try {
    manifest = JSON.parse(text) as Partial<Manifest> | null;
  } catch (cause) {
    throw invalid(MANIFEST_FILE, 'is not JSON', cause);
  }
  for (const [key, expected] of Object.entries(MODEL)) {
    const found = manifest?.[key as keyof typeof MODEL];
    if (found !== expected) throw invalid(MANIFEST_FILE, `${key}: expected ${expected}, found ${found}`);
  }
  if (!Array.isArray(manifest?.files)) throw invalid(MANIFEST_FILE, 'has no list of files');
  return manifest as Manifest;
}

/**
 * Reads one file and checks its size and checksum.
 *
 * @throws {EmbedderError} `model_invalid`, naming the file with what was expected and found.
 */
export async function readVerified(readFile: ReadFile, manifest: Manifest, name: string): Promise<ArrayBuffer> {
  const entry = manifest.files.find((file) => file.name === name);
  if (!entry) throw invalid(MANIFEST_FILE, `does not list ${name}`);
  const bytes = await read(readFile, name);
  if (bytes.byteLength !== entry.bytes) {
    throw invalid(name, `expected ${entry.bytes} bytes, found ${bytes.byteLength}`);
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found !== entry.sha256) throw invalid(name, `expected SHA-256 ${entry.sha256}, found ${found}`);
  return bytes;
}
