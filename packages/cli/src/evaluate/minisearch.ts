import MiniSearch from 'minisearch';

/**
 * MiniSearch 7 (BM25+) with the options that its documentation shows for a search box: prefix search, and
 * fuzzy search within 0.2 of the length of a term.
 *
 * @returns the scores of all candidates for a text; one that shares no word with it has 0.
 */
export function createWordSearch(candidates: readonly string[]): (query: string) => Float64Array {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  index.addAll(candidates.map((text, id) => ({ id, text })));
  return (query) => {
    const scores = new Float64Array(candidates.length);
    for (const { id, score } of index.search(query, { prefix: true, fuzzy: 0.2 })) scores[id] = score;
    return scores;
  };
}
