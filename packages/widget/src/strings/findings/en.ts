import { en as round } from '../co-investment/en.ts';
import { en as neighbours } from '../neighbours/en.ts';
import type { FindingWords } from './words.ts';

export const en: FindingWords = { round, neighbours };
