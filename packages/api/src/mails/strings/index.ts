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
import type { Words } from './words.ts';

export type { Words } from './words.ts';

/** What mails say, by language. */
export const WORDS: Readonly<Record<Locale, Words>> = { az, en, hu, kk, ky, ru, tk, tr, uz };
