import { describe, expect, it } from 'vitest';
import { countNgrams, tfidf } from './tfidf.ts';

describe('n-grams', () => {
  it('stay within a word, padded with one space on each side', () => {
    expect([...countNgrams('Soil')]).toEqual(
      [' so', 'soi', 'oil', 'il ', ' soi', 'soil', 'oil ', ' soil', 'soil '].map((ngram) => [ngram, 1]),
    );
  });
  it('are counted', () => expect(countNgrams('su  su').get(' su')).toBe(2));
  it('of a short word are not repeated for each length', () => {
    expect([...countNgrams('a')]).toEqual([[' a ', 1]]);
    expect([...countNgrams('su')]).toEqual([
      [' su', 1],
      ['su ', 1],
      [' su ', 1],
    ]);
  });
  it('hold whole letters beyond the basic plane', () => expect([...countNgrams('🚜').keys()]).toEqual([' 🚜 ']));
});

describe('character n-gram TF-IDF', () => {
  it('gives the cosines of scikit-learn', () => {
    // TfidfVectorizer(analyzer='char_wb', ngram_range=(3, 5), sublinear_tf=True) of scikit-learn 1.9.1, fitted on the candidates
    const scorer = tfidf(
      ['Sulama suyu, toprak', 'şarap üretimi'],
      ['toprak nemi ölçümü, toprak', 'su suyu Sulama', 'xyz'],
    );
    expect(Array.from(scorer(0))).toEqual([expect.closeTo(0.499937580256, 10), expect.closeTo(0.696948722551, 10), 0]);
    expect(Array.from(scorer(1))).toEqual([expect.closeTo(0.119521827394, 10), 0, 0]);
  });
  it('gives 0 where no n-gram is shared', () => expect(Array.from(tfidf(['abc'], ['xyz'])(0))).toEqual([0]));
});
