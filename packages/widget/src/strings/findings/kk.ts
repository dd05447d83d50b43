import { kk as round } from '../co-investment/kk.ts';
import { kk as neighbours } from '../neighbours/kk.ts';
import type { FindingWords } from './words.ts';

export const kk: FindingWords = { round, neighbours };
