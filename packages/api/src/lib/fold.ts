/** Longest line of a calendar, in bytes (RFC 5545, section 3.1). */
const MOST_BYTES = 75;

const encoder = new TextEncoder();

/** A calendar with its lines folded by bytes: the library counts letters, of which one of Cyrillic has two. */
export const foldLines = (calendar: string): string =>
  calendar.replaceAll('\r\n\t', '').split('\r\n').map(foldLine).join('\r\n');

function foldLine(line: string): string {
  let out = '';
  let bytes = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (bytes + size > MOST_BYTES) {
      out += '\r\n ';
      bytes = 1;
    }
    out += letter;
    bytes += size;
  }
  return out;
}
