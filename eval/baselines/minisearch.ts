import MiniSearch from 'minisearch';
import type { Scorer } from '../retrieval.ts';

/**
 * MiniSearch 7 (BM25+) with the options that its documentation shows for a search box: prefix search,
 * and fuzzy search within 0.2 of the length of a term. A candidate without any term of the query scores 0.
 */
export function minisearch(queries: readonly string[], candidates: readonly string[]): Scorer {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  index.addAll(candidates.map((text, id) => ({ id, text })));
  return (q) => {
    const scores = new Float64Array(candidates.length);
    for (const { id, score } of index.search(queries[q] as string, { prefix: true, fuzzy: 0.2 })) scores[id] = score;
    return scores;
  };
}
