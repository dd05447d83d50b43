import type { View as CardView } from '../matches/view.ts';
import type { NeighbourWords } from '../strings/neighbours/words.ts';

export interface View extends CardView {
  /** The words of neighbours. */
  readonly own: NeighbourWords;
}
