import { MODEL } from './model.ts';
import { normalise } from './normalise.ts';

const BEGIN = 0;
const END = 2;

/** Stands for the space before a word. */
const WORD_START = '\u2581';

/** What an unknown code point costs beyond the rarest piece, in millionths as the scores are stored. */
const UNKNOWN_PENALTY = 10e6;

/**
 * Turns a text into token ids.
 *
 * @returns at most {@link MODEL.maxTokens} ids, the first `<s>` and the last `</s>`, or none if the text has
 *   nothing that the model could read.
 */
export type Tokenise = (text: string) => number[];

/** The sections of `tokenizer.bin` (described in `convert/trie.ts`), used in place. */
function readTrie(file: ArrayBuffer) {
  const [nodes, pieces, unknown] = new Uint32Array(file, 0, 4) as unknown as [number, number, number];
  let at = 16;
  const section = (bytes: number): number => {
    at += bytes;
    return at - bytes;
  };
  return {
    unknown,
    firstChild: new Uint32Array(file, section((nodes + 1) * 4), nodes + 1),
    pieceAt: new Int32Array(file, section(nodes * 4), nodes),
    scores: new Int32Array(file, section(pieces * 4), pieces),
    units: new Uint16Array(file, section(nodes * 2), nodes),
  };
}

/**
 * A Unigram tokeniser: for each word, the segmentation with the highest sum of piece scores.
 *
 * @param file the bytes of `tokenizer.bin`; they must not change afterwards.
 */
export function createTokeniser(file: ArrayBuffer): Tokenise {
  const { unknown, firstChild, pieceAt, scores, units } = readTrie(file);
  const unknownScore = (scores.reduce((least, score) => Math.min(least, score)) - UNKNOWN_PENALTY) / 1e6;

  /** The child of `node` by way of a code unit, or 0 (the root is nobody's child). */
  function childOf(node: number, unit: number): number {
    let low = firstChild[node]!;
    let high = firstChild[node + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (units[middle]! < unit) low = middle + 1;
      else high = middle;
    }
    return low < firstChild[node + 1]! && units[low] === unit ? low : 0;
  }

  /** Pieces of one word, by Viterbi; positions are code units, and no piece ends within a surrogate pair. */
  function tokeniseWord(word: string): number[] {
    const { length } = word;
    const best = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY);
    const from = new Uint32Array(length + 1);
    const pieces = new Uint32Array(length + 1);
    best[0] = 0;
    const offer = (start: number, end: number, piece: number, score: number): void => {
      if (best[start]! + score <= best[end]!) return;
      best[end] = best[start]! + score;
      from[end] = start;
      pieces[end] = piece;
    };
    for (let start = 0; start < length; start++) {
      if (best[start] === Number.NEGATIVE_INFINITY) continue;
      for (let end = start, node = 0; end < length; ) {
        node = childOf(node, word.charCodeAt(end++));
        if (node === 0) break;
        const piece = pieceAt[node]!;
        if (piece >= 0) offer(start, end, piece, scores[piece]! / 1e6);
      }
      offer(start, start + (word.codePointAt(start)! > 0xffff ? 2 : 1), unknown, unknownScore);
    }
    const ids: number[] = [];
    for (let end = length; end > 0; end = from[end]!) ids.push(pieces[end]!);
    return ids.reverse();
  }

  return (text) => {
    const folded = normalise(text);
    if (folded === '') return [];
    const ids = [BEGIN];
    for (const word of folded.split(' ')) {
      for (const id of tokeniseWord(WORD_START + word)) ids.push(id);
      if (ids.length >= MODEL.maxTokens) break;
    }
    ids.length = Math.min(ids.length, MODEL.maxTokens - 1);
    ids.push(END);
    return ids;
  };
}
