import type { View as AnyView } from '../lib/view.ts';
import type { CorridorWords } from '../strings/corridors/index.ts';

export interface View extends AnyView {
  /** The words of corridors. */
  readonly own: CorridorWords;
}
