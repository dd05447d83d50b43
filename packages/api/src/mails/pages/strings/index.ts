import type { Locale } from '@kopru/sdk/strings';
import { az } from './az.ts';
import { en } from './en.ts';
import { hu } from './hu.ts';
import { kk } from './kk.ts';
import { ky } from './ky.ts';
import { ru } from './ru.ts';
import { tk } from './tk.ts';
import { tr } from './tr.ts';
import { uz } from './uz.ts';
import type { PageWords } from './words.ts';

export type { PageWords, ProblemName } from './words.ts';

/** What the pages of links say, by language. */
export const PAGE_WORDS: Readonly<Record<Locale, PageWords>> = { az, en, hu, kk, ky, ru, tk, tr, uz };
