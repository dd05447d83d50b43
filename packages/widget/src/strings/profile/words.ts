import type { Kind } from '@kopru/sdk/schema';
import type { Rule } from '../../profile/check.ts';
import type { Group } from '../../profile/layout.ts';
import type { Notice } from '../words.ts';

/** Rules whose sentence names a number. */
type CountedRule = 'short' | 'long' | 'least' | 'most' | 'many';

/** Fields for which neither the facets nor {@link Words} have a name, by pointer. */
export type NamedField =
  | '/name'
  | '/website'
  | '/languages'
  | '/lang'
  | '/pitch'
  | '/thesis'
  | '/about'
  | 'need:/about'
  | 'lab:/about'
  | '/accreditation/body'
  | '/accreditation/number'
  | 'programme:/about'
  | 'patent:/name'
  | '/abstract'
  | '/claims'
  | '/licence/price'
  | 'offer:/about'
  | '/availability/from'
  | '/countries'
  | '/teamCountries'
  | '/test/item'
  | '/test/standards'
  | '/test/range'
  | '/test/uncertainty'
  | '/test/countries'
  | '/team/size'
  | '/team/summary'
  | '/traction/customers'
  | '/traction/summary'
  | '/coInvestment'
  | '/coInvestment/minPercent'
  | '/coInvestment/needsLead'
  | '/coInvestment/maxInvestors'
  | '/coInvestment/minCountries'
  | '/fund'
  | '/fund/vintage'
  | '/fund/size'
  | '/fund/deployed'
  | '/fund/reserved'
  | '/portfolio'
  | '/allowsCompetitors'
  | '/contact/name'
  | '/contact/email'
  | '/contact/phone'
  | '/private'
  | '/consent/matching'
  | '/consent/search'
  | '/status'
  | 'traction';

/** The words of `<kopru-profile>` in one language, beside those of {@link Words}. */
export interface ProfileWords {
  readonly create: Readonly<Record<Kind, string>>;
  readonly edit: Readonly<Record<Kind, string>>;
  readonly loading: string;
  readonly error: Notice;
  /** Nobody is known whose profile it would be. */
  readonly idle: Notice;
  readonly groups: Readonly<Record<Group, string>>;
  readonly groupHints: Readonly<Record<'limits' | 'privacy' | 'contact' | 'consent', string>>;
  readonly fields: Readonly<Record<NamedField, string>>;
  readonly hints: Readonly<
    Record<
      | '/jurisdictions'
      | '/classifications'
      | '/calls'
      | '/pitch'
      | '/thesis'
      | '/lang'
      | '/portfolio'
      | '/excludedSectors'
      | '/trl'
      | '/status'
      | '/sectors'
      | '/scope',
      string
    >
  >;
  readonly statuses: Readonly<Record<'draft' | 'active' | 'paused' | 'archived', string>>;
  /** Beside the name of a field that must be filled in. */
  readonly needed: string;
  readonly amount: string;
  readonly currency: string;
  readonly value: string;
  readonly unit: string;
  readonly ends: Readonly<Record<'min' | 'max', string>>;
  /** In front of the options that are not shown at once. */
  readonly another: string;
  readonly add: string;
  readonly remove: (name: string) => string;
  readonly regions: string;
  readonly firstCountries: string;
  readonly allCountries: string;
  readonly field: string;
  readonly wholeField: string;
  readonly ownWords: string;
  readonly problems: Readonly<Record<Exclude<Rule, CountedRule>, string>> &
    Readonly<Record<CountedRule, (limit: string) => string>>;
  /** Above what is wrong with the form. */
  readonly summary: (count: number) => string;
  readonly save: string;
  readonly saving: string;
  readonly saved: string;
  readonly notSaved: string;
  readonly offlineHint: string;
  /** A draft of this day was put back. */
  readonly restored: (date: string) => string;
  readonly keptHint: string;
  readonly discard: string;
  readonly discarded: string;
  readonly conflict: Notice;
  readonly mine: string;
  readonly theirs: string;
  readonly eligible: (count: number) => string;
  /** How many matches a limit costs. */
  readonly without: (count: number) => string;
}
