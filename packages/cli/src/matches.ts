/**
 * `kopru matches`: whom a profile of a hub fits, of any kind, and why.
 *
 * @module
 */
import type { Match } from '@kopru/sdk';
import type { Kind } from '@kopru/sdk/schema';
import { blocks, matchText } from './output/match-text.ts';
import { type AskOptions, ask } from './remote/ask.ts';
import type { ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';

export interface MatchesOptions extends AskOptions {
  readonly kind: Kind;
  /** @default the first kind that the kind of the profile is paired with */
  readonly seeks?: Kind | undefined;
  /** Longest list, 1 to 500. @default 10 */
  readonly limit?: number | undefined;
  /** 0 to 100. @default 0 */
  readonly minScore?: number | undefined;
}

/** Most matches of a page of the API. */
const PAGE = 100;

export function runMatches(options: MatchesOptions, io: Io): Promise<ExitCode> {
  const { kind, id, seeks, limit = 10, minScore } = options;
  return ask(options, io, {
    async read(kopru, explain) {
      const query = {
        explain,
        limit: Math.min(limit, PAGE),
        ...(seeks && { kind: seeks }),
        ...(minScore !== undefined && { minScore }),
      };
      const matches: Match[] = [];
      for await (const match of kopru.matches.list({ kind, id }, query, { signal: io.signal }))
        if (matches.push(match) === limit) break;
      return { matches };
    },
    say: ({ matches }, words) => blocks(matches.map((match) => matchText(match, words))),
  });
}
