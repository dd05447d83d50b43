/** Longest name of a file, in UTF-16 units; and in bytes, of which most disks allow 255. */
const MOST_UNITS = 100;
const MOST_BYTES = 200;

/** What Windows allows in no name, what joins lines, and what cannot be seen. */
const UNSAFE = /[<>:"/\\|?*\p{C}\p{Zl}\p{Zp}]+/gu;

/**
 * Makes names of files from what people are called: they may be written on Windows, no two differ only by
 * case, and none is longer than 100 letters. The same people get the same names.
 *
 * @param prefix stands before each, so that none is one of the names that Windows keeps for itself, such as CON.
 */
export function createFileNames(suffix: string): (prefix: string, name: string) => string {
  const taken = new Set<string>();
  return (prefix, name) => {
    const plain = name.normalize('NFC').replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim();
    for (let count = 1; ; count++) {
      const end = `${count === 1 ? '' : ` (${count})`}${suffix}`;
      const made = `${shortened(`${prefix}-${plain}`, end)}${end}`;
      // As a disk that does not tell capitals apart compares them.
      const key = made.toUpperCase().toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return made;
    }
  };
}

/** The beginning of a text that leaves room for an end, in whole letters, and without a space or dot that Windows drops. */
function shortened(text: string, end: string): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    const longer = kept + segment;
    if (longer.length + end.length > MOST_UNITS || Buffer.byteLength(longer + end) > MOST_BYTES) break;
    kept = longer;
  }
  return kept.replace(/[ .]+$/, '');
}
