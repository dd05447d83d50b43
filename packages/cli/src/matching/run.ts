import type { EmbeddedProfile, Match } from '@kopru/sdk/engine';
import type { ReadyFile } from './make-ready.ts';
import type { Lists } from './match-all.ts';
import type { Refusals } from './refusals.ts';
import type { Side } from './side.ts';

/** All that the summary and the report tell of. */
export interface MatchRun {
  readonly files: Readonly<Record<Side, ReadyFile>>;
  readonly startups: readonly EmbeddedProfile[];
  readonly investors: readonly EmbeddedProfile[];
  /** Of the startups, whichever side the written list is for. */
  readonly lists: Lists;
  /** Longest list. */
  readonly limit: number;
  /** Of each startup and all investors, in the order of `startups`. */
  readonly refusals: readonly Refusals[];
}

/** A startup with the best of its list. */
export interface BestPair {
  readonly startup: EmbeddedProfile;
  readonly investor: EmbeddedProfile;
  readonly match: Match;
}

/** The best match of every startup that has one, in the order of the startups. */
export function bestPairs({ startups, investors, lists }: MatchRun): BestPair[] {
  const byId = new Map(investors.map((investor) => [investor.profile.id, investor]));
  return startups.flatMap((startup) => {
    const match = lists.get(startup.profile.id)?.[0];
    const investor = match && byId.get(match.id);
    return match && investor ? [{ startup, investor, match }] : [];
  });
}
