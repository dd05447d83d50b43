import type { View as AnyView } from '../lib/view.ts';
import type { ProfileWords } from '../strings/profile/index.ts';

export interface View extends AnyView {
  /** The words of profiles. */
  readonly own: ProfileWords;
}
