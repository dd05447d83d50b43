import type { View as AnyView } from '../lib/view.ts';
import type { IntroductionWords } from '../strings/introductions/index.ts';

export interface View extends AnyView {
  /** The words of introductions. */
  readonly own: IntroductionWords;
}
