import { tr as round } from '../co-investment/tr.ts';
import { tr as neighbours } from '../neighbours/tr.ts';
import type { FindingWords } from './words.ts';

export const tr: FindingWords = { round, neighbours };
