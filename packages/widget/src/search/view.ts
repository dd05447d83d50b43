import type { View as CardView } from '../matches/view.ts';
import type { SearchWords } from '../strings/search/index.ts';

export interface View extends CardView {
  /** The words of the search. */
  readonly own: SearchWords;
}
