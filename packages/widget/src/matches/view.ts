import type { View as AnyView } from '../lib/view.ts';
import type { MoreWords } from '../strings/more/index.ts';

/** Also the language of the reader's own text, for the quotes from it. */
export interface View extends AnyView {
  /** BCP 47 tag of the subject's text, `''` when it is not known. */
  readonly subjectLang: string;
  /** Undefined until something needs them. */
  readonly more: MoreWords | undefined;
}
