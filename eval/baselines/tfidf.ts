import type { Scorer } from '../retrieval.ts';

/** Lengths of the n-grams, in code points. */
const NGRAMS = [3, 4, 5];

/**
 * Character n-gram TF-IDF with cosine, as scikit-learn's `TfidfVectorizer(analyzer='char_wb',
 * ngram_range=(3, 5), sublinear_tf=True)` fitted on the candidates: n-grams within the bounds of a word,
 * tf = 1 + ln(count), idf = ln((1 + N) / (1 + df)) + 1. N-grams that no candidate has count for nothing.
 */
export function tfidf(queries: readonly string[], candidates: readonly string[]): Scorer {
  const counts = candidates.map(countNgrams);
  const df = new Map<string, number>();
  for (const ngram of counts.flatMap((c) => [...c.keys()])) df.set(ngram, (df.get(ngram) ?? 0) + 1);
  const idf = new Map([...df].map(([ngram, n]) => [ngram, Math.log((1 + candidates.length) / (1 + n)) + 1]));
  const postings = new Map<string, { candidate: number; weight: number }[]>(
    [...idf.keys()].map((ngram) => [ngram, []]),
  );
  for (const [candidate, count] of counts.entries()) {
    for (const [ngram, weight] of weigh(count, idf)) postings.get(ngram)?.push({ candidate, weight });
  }
  return (q) => {
    const scores = new Float64Array(candidates.length);
    for (const [ngram, inQuery] of weigh(countNgrams(queries[q] as string), idf)) {
      for (const { candidate, weight } of postings.get(ngram) ?? []) {
        scores[candidate] = (scores[candidate] as number) + inQuery * weight;
      }
    }
    return scores;
  };
}

/** Every n-gram of a text with how often it occurs; words are padded with one space on each side. */
export function countNgrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/\S+/g) ?? []) {
    const letters = [' ', ...word, ' '];
    for (const n of NGRAMS) {
      for (let at = 0; at === 0 || at + n <= letters.length; at++) {
        const ngram = letters.slice(at, at + n).join('');
        counts.set(ngram, (counts.get(ngram) ?? 0) + 1);
      }
      if (n >= letters.length) break; // a short word is one n-gram, not one for each length
    }
  }
  return counts;
}

/** Weight by n-gram; the weights are those of a vector of length 1. */
function weigh(counts: ReadonlyMap<string, number>, idf: ReadonlyMap<string, number>): Map<string, number> {
  const weights = [...counts]
    .filter(([ngram]) => idf.has(ngram))
    .map(([ngram, count]) => [ngram, (1 + Math.log(count)) * (idf.get(ngram) as number)] as const);
  const length = Math.hypot(...weights.map(([, w]) => w)) || 1;
  return new Map(weights.map(([ngram, w]) => [ngram, w / length]));
}
