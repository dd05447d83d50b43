import { ky as round } from '../co-investment/ky.ts';
import { ky as neighbours } from '../neighbours/ky.ts';
import type { FindingWords } from './words.ts';

export const ky: FindingWords = { round, neighbours };
