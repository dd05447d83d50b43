import type { Locale } from '@kopru/sdk/facets';
import { az } from './az.ts';
import { en } from './en.ts';
import { hu } from './hu.ts';
import { kk } from './kk.ts';
import { ky } from './ky.ts';
import { ru } from './ru.ts';
import { tk } from './tk.ts';
import { tr } from './tr.ts';
import { uz } from './uz.ts';
import type { IntroductionWords } from './words.ts';

export type { Box, IntroductionAction, IntroductionWords } from './words.ts';

export const INTRODUCTION_WORDS: Readonly<Record<Locale, IntroductionWords>> = { az, tr, kk, ky, uz, tk, hu, ru, en };
