import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedOnce } from './embed.ts';
import { compareLongText, sentences, windows } from './long-text.ts';
import { createTestEmbedder } from './test-embedder.ts';
import { readCorpus } from './texts.ts';

describe('sentences', () => {
  it('are found in both scripts', () => {
    expect(sentences('Зонд қоямыз. Су үнемделеді! Ha, yaxşıdır?')).toEqual([
      'Зонд қоямыз.',
      'Су үнемделеді!',
      'Ha, yaxşıdır?',
    ]);
  });
});

describe('windows', () => {
  it('hold whole sentences as long as they fit', () => {
    expect(windows('One two. Three four. Five.', 20)).toEqual(['One two. Three four.', 'Five.']);
  });
  it('cut a longer sentence between words', () => {
    expect(windows('aaa bbb ccc ddd', 7)).toEqual(['aaa bbb', 'ccc ddd']);
  });
  it('lose no word and stay within the limit unless one word is longer', () => {
    const word = fc.stringMatching(/^[a-zəқ]{1,12}[.!]?$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 12, max: 60 }), (words, limit) => {
        const parts = windows(words.join(' '), limit);
        expect(parts.join(' ').split(' ')).toEqual(words);
        for (const part of parts) expect(part.length <= limit || !part.includes(' ')).toBe(true);
      }),
    );
  });
});

describe('the comparison of ways to embed a long text', () => {
  it('gives a MAP for every way, on texts as they are and on joined theses', async () => {
    const english = (await readCorpus('dev')).filter((t) => t.lang === 'en');
    const { asIs, joined } = await compareLongText(
      english,
      embedOnce(createTestEmbedder(), () => {}),
    );
    const ways = ['whole', 'sentences', 'windows180', 'windows300', 'windows360', 'bestSentence', 'bestWindow300'];
    expect(Object.keys(asIs)).toEqual(ways);
    expect(Object.keys(joined)).toEqual(ways);
    for (const map of [...Object.values(asIs), ...Object.values(joined)]) {
      expect(map).toBeGreaterThan(0);
      expect(map).toBeLessThan(1);
    }
    // No text of the corpus is longer than 360 characters, every four together are.
    expect(asIs.windows360).toBeCloseTo(asIs.whole as number, 12);
    expect(joined.windows360).not.toBeCloseTo(joined.whole as number, 3);
  });

  it('finds all when each thesis is worded as its startup', async () => {
    const texts = ['aaa', 'qqq', 'xyz', 'mno'].flatMap((word, line) =>
      (['startup', 'thesis'] as const).map((kind) => ({ topic: word, kind, lang: 'en', text: word, line })),
    );
    const { asIs } = await compareLongText(
      texts,
      embedOnce(createTestEmbedder(), () => {}),
    );
    expect(Object.values(asIs)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });
});
