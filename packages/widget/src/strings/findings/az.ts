import { az as round } from '../co-investment/az.ts';
import { az as neighbours } from '../neighbours/az.ts';
import type { FindingWords } from './words.ts';

export const az: FindingWords = { round, neighbours };
