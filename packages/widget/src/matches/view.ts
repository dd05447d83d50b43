import type { View as AnyView } from '../lib/view.ts';

/** Also the language of the reader's own text, for the quotes from it. */
export interface View extends AnyView {
  /** BCP 47 tag of the subject's text, `''` when it is not known. */
  readonly subjectLang: string;
}
