import { readdir, stat } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packEmbeddings, packLinear } from '../convert/quantise.ts';
import { packTokenizer } from '../convert/trie.ts';
import { createTokeniser } from '../src/tokenise.ts';

const float = fc.float({ min: -4, max: 4, noNaN: true }).filter((x) => x === 0 || Math.abs(x) > 1e-3);
const floats = (count: number) =>
  fc.array(float, { minLength: count, maxLength: count }).map((v) => Float32Array.from(v));

describe('quantisation', () => {
  test('keeps each weight of a linear layer within half a step, where the kernel looks for it', () => {
    fc.assert(
      fc.property(floats(8 * 12), floats(8), (weight, bias) => {
        const packed = packLinear(weight, bias);
        const weights = new Int8Array(packed.buffer, 0, 96);
        const scales = new Float32Array(packed.buffer, 96, 8);
        expect(new Float32Array(packed.buffer, 96 + 32, 8)).toEqual(bias);
        weight.forEach((w, i) => {
          const [row, column] = [Math.floor(i / 12), i % 12];
          const at = (row >> 2) * 48 + (column >> 2) * 16 + (row & 3) * 4 + (column & 3);
          expect(Math.abs(weights[at]! * scales[row]! - w)).toBeLessThanOrEqual(scales[row]! * 0.5001);
        });
      }),
    );
  });

  test('keeps each value of an embedding within half a step of its group', () => {
    fc.assert(
      fc.property(floats(64), (row) => {
        const packed = packEmbeddings(row, 64);
        expect(packed).toHaveLength(32 + 4);
        const scales = new Float16Array(packed.slice(32).buffer);
        row.forEach((value, i) => {
          const byte = packed[(i >> 5) * 16 + (i & 15)]!;
          const scale = scales[i >> 5]!;
          // the scale itself is rounded to 11 bits, which moves the largest value
          expect(Math.abs(((i & 16 ? byte >> 4 : byte & 15) - 8) * scale - value)).toBeLessThanOrEqual(scale * 0.51);
        });
      }),
    );
  });
});

describe('the tokenizer file', () => {
  const special: [string, number][] = ['<s>', '<pad>', '</s>', '<unk>'].map((piece) => [piece, 0]);
  const spec = (pieces: readonly (readonly [string, number])[]) => ({
    added_tokens: special.map(([content]) => ({ content })),
    model: { unk_id: 3, vocab: [...special, ...pieces] },
  });
  const tokeniserOf = (pieces: readonly (readonly [string, number])[]) =>
    createTokeniser(packTokenizer(spec(pieces)).buffer as ArrayBuffer);

  /** The best sum of scores over all ways to cut a word, by trying them all. */
  function bestScore(word: readonly string[], scores: ReadonlyMap<string, number>, unknown: number): number {
    if (word.length === 0) return 0;
    const starts = word.map((_, i) => {
      const score = scores.get(word.slice(0, i + 1).join('')) ?? (i === 0 ? unknown : Number.NEGATIVE_INFINITY);
      return score === Number.NEGATIVE_INFINITY ? score : score + bestScore(word.slice(i + 1), scores, unknown);
    });
    return Math.max(...starts);
  }

  test('gives the segmentation with the highest score of all', () => {
    const letters = ['\u2581', 'a', 'ə', '🚜'];
    const piece = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 4 }).map((p) => p.join(''));
    const vocabulary = fc.uniqueArray(fc.tuple(piece, fc.integer({ min: -9_999_999, max: -1 })), {
      selector: ([p]) => p,
      minLength: 1,
      maxLength: 12,
    });
    const word = fc.array(fc.constantFrom('a', 'ə', '🚜'), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(vocabulary, word, (pieces, letters) => {
        const vocab = pieces.map(([p, millionths]) => [p, millionths / 1e6] as const);
        const unknown = Math.min(...vocab.map(([, score]) => score)) - 10;
        const ids = tokeniserOf(vocab)(letters.join('')).slice(1, -1);
        const found = ids.reduce((sum, id) => sum + (id === 3 ? unknown : vocab[id - 4]![1]), 0);
        expect(found).toBeCloseTo(bestScore(['\u2581', ...letters], new Map(vocab), unknown), 9);
      }),
    );
  });

  test('refuses scores that six decimals do not hold', () => {
    expect(() => packTokenizer(spec([['a', -1.2345678]]))).toThrow('more than six decimals');
  });
});

test('the files of weights/ are small enough to be served as assets and to fit an isolate', async () => {
  const folder = new URL('../weights/', import.meta.url);
  const sizes = await Promise.all(
    (await readdir(folder)).map(async (name) => (await stat(new URL(name, folder))).size),
  );
  expect(Math.max(...sizes)).toBeLessThanOrEqual(25 * 1024 * 1024);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(56e6);
});
