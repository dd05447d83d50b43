import type {
  CountryCode,
  Currency,
  HelpTermCode,
  InstrumentCode,
  InvestorTypeCode,
  NeedTypeCode,
  RegionCode,
  StageCode,
} from '@kopru/sdk/facets';
import type { Profile } from '@kopru/sdk/schema';

export type ProfileStatus = Profile['status'];

type Names<K extends string> = Readonly<Partial<Record<K, readonly string[]>>>;

/**
 * What people of one language write in cells, beyond the names that `@kopru/sdk/strings` has. Letters of
 * either case, with or without their marks. Of a word of four letters and more, inflected forms are
 * found too, where they only add to its end.
 */
export interface CellWords {
  readonly thousand: readonly string[];
  readonly million: readonly string[];
  readonly billion: readonly string[];
  /** A word of two currencies is of both: what else stands in the row then decides. */
  readonly currencies: Names<Currency>;
  readonly atLeast: readonly string[];
  readonly atMost: readonly string[];
  /** Words beside an amount that change nothing about it. */
  readonly filler: readonly string[];
  /** Join the last two items of a list. */
  readonly and: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** No limit is set. */
  readonly all: readonly string[];
  /** Nothing stands here. */
  readonly nothing: readonly string[];
  readonly stages: Names<StageCode>;
  readonly countries: Names<CountryCode>;
  readonly regions: Names<RegionCode>;
  readonly instruments: Names<InstrumentCode>;
  readonly investorTypes: Names<InvestorTypeCode>;
  readonly statuses: Names<ProfileStatus>;
  readonly roles: Names<'lead' | 'follow' | 'either'>;
  readonly needTypes: Names<NeedTypeCode>;
  readonly helpTerms: Names<HelpTermCode>;
}
