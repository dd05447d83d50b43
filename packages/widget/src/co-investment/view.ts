import type { View as CardView } from '../matches/view.ts';
import type { CoInvestmentWords } from '../strings/co-investment/words.ts';

export interface View extends CardView {
  /** The words of co-investment. */
  readonly own: CoInvestmentWords;
}
