import type { Locale } from '@kopru/sdk/facets';
import type { Words } from '../strings/index.ts';
import type { Labels } from './labels.ts';

/** What every template reads: the words of the language. */
export interface View {
  readonly locale: Locale;
  readonly words: Words;
  readonly labels: Labels;
}
