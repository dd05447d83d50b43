import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readWeights } from '../test/fixtures.ts';
import { MODEL } from './model.ts';
import { normalise } from './normalise.ts';
import { createTokeniser, type Tokenise } from './tokenise.ts';

const VOCABULARY = 70_095;
const UNKNOWN = 3;
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'aoğüşәңқўýžň \u2581’<s>1'), maxLength: 60 }),
);

describe('tokenise', () => {
  let tokenise: Tokenise;

  beforeAll(async () => {
    tokenise = createTokeniser(await readWeights('tokenizer.bin'));
  });

  /** Ids without `<s>` and `</s>`. */
  const inner = (t: string): number[] => tokenise(t).slice(1, -1);

  test('gives ids of the vocabulary between <s> and </s>, at most 128', () => {
    fc.assert(
      fc.property(text, (t) => {
        const ids = tokenise(t);
        if (normalise(t) === '') {
          expect(ids).toEqual([]);
          return;
        }
        expect(ids[0]).toBe(0);
        expect(ids.at(-1)).toBe(2);
        expect(ids.length).toBeGreaterThan(2);
        expect(ids.length).toBeLessThanOrEqual(MODEL.maxTokens);
        for (const id of inner(t)) {
          expect(id).toBeGreaterThan(2);
          expect(id).toBeLessThan(VOCABULARY);
        }
      }),
    );
  });

  test('takes words one by one: two texts with a space between give the ids of both', () => {
    const short = fc.string({ unit: fc.constantFrom(...'abcşğəәқ '), maxLength: 30 });
    fc.assert(
      fc.property(short, short, (a, b) => {
        expect(inner(`${a} ${b}`)).toEqual([...inner(a), ...inner(b)]);
      }),
    );
  });

  test('reads special pieces that a user writes as plain text', () => {
    expect(inner('<s> </s> <pad> <unk>')).not.toContain(0);
    expect(inner('<s> </s> <pad> <unk>')).not.toContain(UNKNOWN);
  });

  test('counts an unknown sign beyond the basic plane once', () => {
    expect(inner('\u{2a6d6}')).toEqual([...inner('\u2581').slice(0, 1), UNKNOWN]);
  });

  test('cuts a long text at its end, be it many words or one', () => {
    for (const long of ['su '.repeat(5000), 'x'.repeat(100_000)]) {
      expect(tokenise(long)).toHaveLength(MODEL.maxTokens);
    }
    expect(tokenise('su '.repeat(5000))).toEqual([...tokenise('su '.repeat(126)).slice(0, -1), 2]);
  });
});
