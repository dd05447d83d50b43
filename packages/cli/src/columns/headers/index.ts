import type { Locale } from '@kopru/sdk/facets';
import type { HeaderNames } from '../fields.ts';
import { az } from './az.ts';
import { en } from './en.ts';
import { hu } from './hu.ts';
import { kk } from './kk.ts';
import { ky } from './ky.ts';
import { ru } from './ru.ts';
import { tk } from './tk.ts';
import { tr } from './tr.ts';
import { uz } from './uz.ts';

/** The names of columns in every language. A new one is a file and a line here. */
export const HEADER_NAMES: Readonly<Record<Locale, HeaderNames>> = { az, tr, kk, ky, uz, tk, hu, ru, en };
