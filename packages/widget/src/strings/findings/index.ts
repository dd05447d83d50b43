import { part } from '../part.ts';
import type { FindingWords } from './words.ts';

export const findingWords = part<FindingWords>('findings', {
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
