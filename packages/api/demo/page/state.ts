import type { Locale } from '@kopru/sdk/facets';
import type { MarketEntry, MatchList } from '@kopru/sdk/schema';
import type { MatchesState } from '@kopru/widget';
import type { Profile } from './api.ts';
import { type Draft, EMPTY_DRAFT, type Field, type FieldProblem } from './draft.ts';
import type { PageKind } from './kinds.ts';

/** Everything that the page shows follows from this. */
export interface State {
  readonly locale: Locale;
  readonly mode: 'choose' | 'paste';
  readonly kind: PageKind;
  /** Loaded profiles by kind. */
  readonly profiles: Partial<Record<PageKind, readonly Profile[]>>;
  readonly profilesFailed: boolean;
  readonly typed: string;
  /** Position in the filtered list of the option that the arrow keys are on. */
  readonly active: number;
  /** Whose matches are shown: a profile, or the text in `asked`. */
  readonly selected: Profile | undefined;
  readonly asked: Draft | undefined;
  readonly draft: Draft;
  readonly problems: Partial<Record<Field, FieldProblem>>;
  readonly list: MatchList | null;
  readonly matches: MatchesState;
  readonly error: string;
  /** The country that a startup would enter; empty for none, as its entry is until it is there. */
  readonly country: string;
  readonly entry: MarketEntry | null;
  readonly market: MatchesState;
}

export const initialState = (locale: Locale): State => ({
  locale,
  mode: 'choose',
  kind: 'startup',
  profiles: {},
  profilesFailed: false,
  typed: '',
  active: 0,
  selected: undefined,
  asked: undefined,
  draft: EMPTY_DRAFT,
  problems: {},
  list: null,
  matches: 'idle',
  error: '',
  country: '',
  entry: null,
  market: 'idle',
});
