import type { Kind } from '@kopru/sdk/schema';
import type { View as AnyView } from '../lib/view.ts';
import type { ProfileWords } from '../strings/profile/index.ts';

export interface View extends AnyView {
  /** The words of profiles. */
  readonly own: ProfileWords;
  /** Of the profile: some fields are called otherwise for one kind. */
  readonly kind: Kind | undefined;
}
