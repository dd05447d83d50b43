import { foldWords } from './fold.ts';
import { problem, quote, type Reading } from './reading.ts';
import { wordsOf } from './words/index.ts';

const YES = new Set([...wordsOf('yes').map(foldWords), '1', 'true']);
const NO = new Set([...wordsOf('no').map(foldWords), '0', 'false']);
const SIGNS: Readonly<Record<string, boolean>> = {
  '+': true,
  '✓': true,
  '✔': true,
  '☑': true,
  '✅': true,
  '-': false,
  '–': false,
  '—': false,
  '☐': false,
  '✗': false,
  '❌': false,
};

/**
 * A yes or a no in any of the nine languages. Only what says yes and nothing else is one: of several
 * words each must be a yes.
 */
export function readConsent(cell: string): Reading<boolean> {
  const sign = SIGNS[cell.replace(/\ufe0f/g, '').trim()];
  if (sign !== undefined) return { value: sign };
  const whole = foldWords(cell);
  if (NO.has(whole)) return { value: false };
  if (YES.has(whole)) return { value: true };
  const parts = cell
    .split(/[,;./]+/)
    .map(foldWords)
    .filter((part) => part !== '');
  if (parts.some((part) => NO.has(part))) return { value: false };
  if (parts.length > 0 && parts.every((part) => YES.has(part))) return { value: true };
  return problem('consent', `${quote(cell)} is neither a yes nor a no.`, 'Write yes or no.');
}
