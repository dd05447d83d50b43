import type { LocaleNames } from '@kopru/sdk/strings';
import { part } from '../part.ts';

/** What all codes are called: for forms, and for lists that come without the names of what they hold. */
export type AllNames = Pick<LocaleNames, 'sectors' | 'countries' | 'languages'> & Omit<LocaleNames['facets'], 'names'>;

export const allNames = part<AllNames>('names', {
  az: () => import('./az.ts'),
  tr: () => import('./tr.ts'),
  kk: () => import('./kk.ts'),
  ky: () => import('./ky.ts'),
  uz: () => import('./uz.ts'),
  tk: () => import('./tk.ts'),
  hu: () => import('./hu.ts'),
  ru: () => import('./ru.ts'),
  en: () => import('./en.ts'),
});
