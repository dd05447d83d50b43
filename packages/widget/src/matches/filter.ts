import type { Query } from './feed.ts';

/** What a reader wants to see of a list. */
export type Filter = Pick<Query, 'country' | 'stage' | 'sector' | 'minScore' | 'only'>;

const NAMES = ['only', 'country', 'stage', 'sector', 'minScore'] as const;

/** The filter that a `filter` attribute holds, such as `country=AZ&minScore=65`; what it does not know is left out. */
export function filterIn(text: string): Filter {
  const given = new URLSearchParams(text);
  const values = NAMES.map((name) => [name, name === 'minScore' ? Number(given.get(name)) : given.get(name)]);
  return Object.fromEntries(values.filter(([, value]) => value));
}

/** A filter as an attribute holds it; the inverse of `filterIn`. */
export const filterText = (filter: Filter): string =>
  String(new URLSearchParams(NAMES.flatMap((name) => (filter[name] ? [[name, String(filter[name])]] : []))));

/** How many limits are set in what `filterIn` gave. */
export const limitsIn = (filter: Filter): number => Object.keys(filter).length;
