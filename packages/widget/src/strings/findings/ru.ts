import { ru as round } from '../co-investment/ru.ts';
import { ru as neighbours } from '../neighbours/ru.ts';
import type { FindingWords } from './words.ts';

export const ru: FindingWords = { round, neighbours };
