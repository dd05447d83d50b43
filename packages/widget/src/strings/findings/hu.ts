import { hu as round } from '../co-investment/hu.ts';
import { hu as neighbours } from '../neighbours/hu.ts';
import type { FindingWords } from './words.ts';

export const hu: FindingWords = { round, neighbours };
