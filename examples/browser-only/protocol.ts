import type { Locale } from '@kopru/sdk/facets';
import type { MatchList } from '@kopru/sdk/schema';
import type { Row } from './rows.ts';

/** The two lists, by the kind of their profiles. */
export type Side = 'startup' | 'investor';

/** What the page asks of the worker: first all rows, then lists of one startup, by its place. */
export type Request =
  | { readonly type: 'match'; readonly rows: Readonly<Record<Side, readonly Row[]>> }
  | { readonly type: 'list'; readonly startup: number; readonly lang: Locale };

/** What the worker answers, one after the other in the order of the requests. */
export type Answer =
  | { readonly type: 'loading' | 'reading'; readonly done: number; readonly total: number }
  | { readonly type: 'matched' }
  | { readonly type: 'list'; readonly list: MatchList }
  | { readonly type: 'wrong'; readonly side: Side; readonly message: string }
  | { readonly type: 'failed'; readonly message: string };
