import type { View as CardView } from '../matches/view.ts';
import type { ApplicationWords } from '../strings/applications/index.ts';

export interface View extends CardView {
  /** The words of applications. */
  readonly own: ApplicationWords;
}
