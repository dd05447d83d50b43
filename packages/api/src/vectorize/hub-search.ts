import type { EmbeddedProfile, MatchIndex, NormalProfile, ScoreOptions } from '@kopru/sdk/engine';
import type { Kind } from '@kopru/sdk/schema';

interface Ref {
  readonly kind: Kind;
  readonly id: string;
}

/** What a list needs of the index that is made for it. */
export interface Near extends Omit<ScoreOptions, 'accept'> {
  readonly kind: Kind;
  /** Which candidates the list may hold; it may ask the index when each was written. */
  readonly accept?: (index: MatchIndex) => ((candidate: NormalProfile) => boolean) | undefined;
  /** How many of them are enough. */
  readonly need: number;
  /** The list tells near misses too. @default false */
  readonly misses?: boolean;
  /** Where candidates have to be. @default anywhere */
  readonly country?: string | undefined;
  /** Candidates that are known by their names. @default none */
  readonly known?: readonly Ref[] | undefined;
}

/** Finds what the lists of a hub are made of. */
export interface HubSearch {
  /** One index holds all, so that many lists cost no more reads than one. */
  readonly isWhole: boolean;
  /** An index that holds those of some profiles that are there: of the hub, and cards that it may see. */
  of(refs: readonly Ref[]): Promise<MatchIndex>;
  /** An index whose list for a profile is the hub's. */
  near(subject: EmbeddedProfile, asked: Near): Promise<MatchIndex>;
  /** The index of all; undefined where no isolate holds it. */
  whole(): Promise<MatchIndex | undefined>;
}
