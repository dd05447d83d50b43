import type { Labels } from '../lib/labels.ts';
import type { Words } from '../strings/index.ts';

/** What every template reads: the words of the language, and the language of the reader's own text. */
export interface View {
  readonly words: Words;
  readonly labels: Labels;
  /** BCP 47 tag of the subject's text, `''` when it is not known. */
  readonly subjectLang: string;
}
