import type { SearchRequest } from '@kopru/sdk/schema';

/** Longest text of a search, in UTF-16 code units: that of the API's schema. */
export const LONGEST = 2000;

/** What keeps a text from being searched for. */
export type Problem = 'needed' | 'tooLong';

export const problemOf = (text: string): Problem | undefined => {
  if (!/[\p{L}\p{N}]/u.test(text)) return 'needed';
  return text.length > LONGEST ? 'tooLong' : undefined;
};

/** What a visitor asks for; the language of the answer is the element's. */
export type Query = Omit<SearchRequest, 'explain'>;

/** The search that a form holds. */
export function queryIn(form: HTMLFormElement): Query {
  const given = Object.fromEntries(Array.from(new FormData(form), ([name, value]) => [name, String(value)]));
  const { kind = '', text = '', country, stage, sector } = given;
  const facets = { ...(country && { country }), ...(stage && { stage }), ...(sector && { sector }) };
  return { kind, text: text.trim(), ...(Object.keys(facets).length > 0 && { facets }) } as Query;
}
