import { CliError } from '../terminal/exit.ts';
import { likeliest } from './code-page.ts';

export interface Decoded {
  readonly text: string;
  /** WHATWG label. */
  readonly encoding: string;
}

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Bytes as text. The encoding is that of a byte-order mark, else UTF-16 where it is clear, else UTF-8
 * where the bytes are valid in it, else the code page in which the text looks most like one of ours.
 *
 * @param path for messages.
 * @throws {CliError} on an encoding that is not known, or in which the bytes are not valid.
 */
export function decode(bytes: Uint8Array, path: string, encoding?: string): Decoded {
  if (encoding !== undefined) return decodeAs(bytes, path, encoding);
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0] ?? unmarkedUtf16(bytes);
  if (marked !== undefined) return decodeAs(bytes, path, marked);
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  return decodeAs(bytes, path, likeliest(bytes));
}

function decodeAs(bytes: Uint8Array, path: string, label: string): Decoded {
  let encoding: string;
  try {
    encoding = new TextDecoder(label).encoding;
  } catch (cause) {
    throw new CliError(`${path}: "${label}" is no encoding that is known.`, {
      hint: 'Use a name such as utf-8, windows-1254 (Turkish), windows-1251 (Russian) or windows-1250 (Hungarian).',
      cause,
    });
  }
  const text = tryDecode(bytes, encoding);
  if (text !== undefined) return { text, encoding };
  throw new CliError(`${path}: line ${firstBadLine(bytes, encoding)} is not ${encoding}.`, {
    hint: 'Leave --encoding out, so that the encoding is found, or save the file as UTF-8.',
  });
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Half of the bytes of Latin text in UTF-16 are zero, and the line ends of any; in no other encoding is one. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0];
  const part = bytes.subarray(0, 4096);
  for (const [i, byte] of part.entries()) if (byte === 0) zeros[i % 2]!++;
  const [even = 0, odd = 0] = zeros;
  if (bytes.length % 2 !== 0 || even + odd < part.length / 50) return undefined;
  if (odd > 10 * even) return 'utf-16le';
  return even > 10 * odd ? 'utf-16be' : undefined;
}

function firstBadLine(bytes: Uint8Array, encoding: string): number {
  let line = 1;
  const decoder = new TextDecoder(encoding, { fatal: true });
  let start = 0;
  for (let at = bytes.indexOf(10); ; at = bytes.indexOf(10, start)) {
    const end = at < 0 ? bytes.length : at + 1;
    try {
      decoder.decode(bytes.subarray(start, end), { stream: true });
    } catch {
      return line;
    }
    if (at < 0) return line;
    start = end;
    line++;
  }
}
