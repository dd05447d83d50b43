import type { Locale } from '@kopru/sdk/facets';
import type { CoInvestment, MarketEntry, MatchList, Neighbours, ProgrammeNumbers } from '@kopru/sdk/schema';
import type { MatchesState } from '@kopru/widget';
import type { Applying, Profile, Profiles, Rules } from './api.ts';
import { type Draft, EMPTY_DRAFT, type Field, type FieldProblem } from './draft.ts';
import type { Kind } from './kinds.ts';

/** An answer that is asked for beside the matches of a profile. */
export interface Asked<T> {
  readonly state: MatchesState;
  readonly answer: T | null;
}

/** What can be asked beside the matches. */
export interface Besides {
  /** Who can help a startup into a country. */
  readonly entry: Asked<MarketEntry>;
  /** Who could fill its round together. */
  readonly round: Asked<CoInvestment>;
  /** What it has applied to, and can. */
  readonly applying: Asked<Applying>;
  /** Which patents are like a patent. */
  readonly neighbours: Asked<Neighbours>;
  /** How many applied to a programme, and what became of them. */
  readonly numbers: Asked<ProgrammeNumbers>;
}

const NOTHING = { state: 'idle', answer: null } as const;
export const NOTHING_BESIDES: Besides = {
  entry: NOTHING,
  round: NOTHING,
  applying: NOTHING,
  neighbours: NOTHING,
  numbers: NOTHING,
};

/** Everything that the page shows follows from this. */
export interface State extends Besides {
  readonly locale: Locale;
  readonly mode: 'choose' | 'paste';
  readonly kind: Kind;
  /** Loaded profiles by kind. */
  readonly profiles: Partial<Record<Kind, Profiles>>;
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
  /** Which kind is listed; none: the first that the kind of the profile seeks. */
  readonly seeks: Kind | undefined;
  /** The country that a startup would enter; empty for none. */
  readonly country: string;
  /** What its round asks of those who take part. */
  readonly rules: Rules;
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
  seeks: undefined,
  country: '',
  rules: { minCountries: 3 },
  ...NOTHING_BESIDES,
});
