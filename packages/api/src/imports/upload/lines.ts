/** One line of an upload, without its end. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Undefined when the line cannot be read; `rule` says why. */
  readonly text: string | undefined;
  readonly rule?: 'utf8' | 'too_long';
}

const LF = 10;
const BOM = '\uFEFF';

/**
 * The lines of a stream of bytes, held one at a time. A byte-order mark at the beginning is left
 * out, a CR before the LF stays. A line that is not UTF-8 or is longer than `maximum` bytes is told
 * as such and disturbs no other.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, maximum: number): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 0;

  const take = (part: Uint8Array): void => {
    length += part.length;
    if (length <= maximum) parts.push(part);
    else parts = [];
  };
  const end = (): Line => {
    number++;
    const line = length > maximum ? unreadable('too_long') : decode();
    parts = [];
    length = 0;
    return line;
  };
  const unreadable = (rule: 'utf8' | 'too_long'): Line => ({ number, text: undefined, rule });
  const decode = (): Line => {
    try {
      const text = decoder.decode(parts.length === 1 ? parts[0] : concat(parts, length));
      return { number, text: number === 1 && text.startsWith(BOM) ? text.slice(1) : text };
    } catch {
      return unreadable('utf8');
    }
  };

  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      take(chunk.subarray(from, at));
      yield end();
      from = at + 1;
    }
    // Copied, since a stream may use the memory of a chunk again.
    if (from < chunk.length) take(chunk.slice(from));
  }
  if (length > 0) yield end();
}

function concat(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
