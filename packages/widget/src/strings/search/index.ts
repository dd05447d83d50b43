import { part } from '../part.ts';
import type { SearchWords } from './words.ts';

export type { SearchWords } from './words.ts';

export const searchWords = part<SearchWords>('search', {
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
