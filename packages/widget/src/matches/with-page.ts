import type { MatchList } from '@kopru/sdk/schema';

/** A list with the page after it. */
export const withPage = (list: MatchList, page: MatchList): MatchList => ({
  ...list,
  matches: [...list.matches, ...page.matches],
  nextCursor: page.nextCursor,
});
