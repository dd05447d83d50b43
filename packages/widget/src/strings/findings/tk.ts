import { tk as round } from '../co-investment/tk.ts';
import { tk as neighbours } from '../neighbours/tk.ts';
import type { FindingWords } from './words.ts';

export const tk: FindingWords = { round, neighbours };
