/** Cells that the beginnings of words fall into. */
export const WORD_CELLS = 1 << 17;

/** Lengths, in letters, of the beginnings that are looked up: a stem stays one, whatever its suffixes. */
const LENGTHS = [4, 6, 8] as const;

/**
 * Cyrillic letters, and Latin ones that no accent explains, each before what is read for it: a word
 * that many of the languages borrowed is then one word in all of them.
 */
const SPELLING: ReadonlyMap<string, string> = new Map(
  (
    'аa әa бb вv гg ғg дd еe ёe жj зz иi йy кk қk лl мm нn ңn оo өo пp рr сs тt уu ұu үu фf хh һh цts чc шs ' +
    'щs ъ ыi іi ь эe юyu яya ıi əa žj ’ ‘ ʻ ʼ `'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
const DIGRAPHS = [
  ['sh', 's'],
  ['ch', 'c'],
  ['kh', 'h'],
  ['q', 'k'],
  ['x', 'h'],
  ['w', 'v'],
] as const;

/** The cells of a text, each in [0, `WORD_CELLS`) and once: those of the beginnings of its words of two letters or more. */
export function wordCells(text: string): Set<number> {
  const cells = new Set<number>();
  for (const [word] of fold(text).matchAll(/[a-z0-9]{2,}/g)) {
    for (const length of LENGTHS) {
      cells.add(cellOf(word.slice(0, length)));
      if (word.length <= length) break;
    }
  }
  return cells;
}

function fold(text: string): string {
  const latin = Array.from(text.toLowerCase(), (letter) => SPELLING.get(letter) ?? letter).join('');
  const plain = latin.normalize('NFD').replaceAll(/[\p{M}']/gu, '');
  return DIGRAPHS.reduce((folded, [from, to]) => folded.replaceAll(from, to), plain);
}

/** The 32 bits of FNV-1a, folded to the cells. */
function cellOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193) >>> 0;
  return (hash ^ (hash >>> 15)) & (WORD_CELLS - 1);
}
