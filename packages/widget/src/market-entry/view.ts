import type { View as CardView } from '../matches/view.ts';
import type { MarketWords } from '../strings/market-entry/words.ts';
import type { AllNames } from '../strings/names/index.ts';

export interface View extends CardView {
  /** The words of market entry. */
  readonly own: MarketWords;
  /** Names of all codes. */
  readonly codes: AllNames;
}
