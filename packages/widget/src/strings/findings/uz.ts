import { uz as round } from '../co-investment/uz.ts';
import { uz as neighbours } from '../neighbours/uz.ts';
import type { FindingWords } from './words.ts';

export const uz: FindingWords = { round, neighbours };
