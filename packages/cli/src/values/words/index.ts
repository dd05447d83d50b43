import type { Locale } from '@kopru/sdk/facets';
import { az } from './az.ts';
import type { CellWords } from './cell-words.ts';
import { en } from './en.ts';
import { hu } from './hu.ts';
import { kk } from './kk.ts';
import { ky } from './ky.ts';
import { ru } from './ru.ts';
import { tk } from './tk.ts';
import { tr } from './tr.ts';
import { uz } from './uz.ts';

/** The words of cells in every language. A new one is a file and a line here. */
export const CELL_WORDS: Readonly<Record<Locale, CellWords>> = { az, tr, kk, ky, uz, tk, hu, ru, en };

/** What all languages say of one thing. */
export const wordsOf = (key: KeysOfLists): string[] => Object.values(CELL_WORDS).flatMap((words) => words[key]);

type KeysOfLists = {
  [K in keyof CellWords]: CellWords[K] extends readonly string[] ? K : never;
}[keyof CellWords];
