import { fold } from './fold.ts';
import { numberOf } from './number-text.ts';
import { problem, quote, type Reading } from './reading.ts';

/** The one whole number of a cell, with what stands around it: "TRL 7", "12 kişi", "1 200 человек". */
export function readWhole(cell: string): Reading<number> {
  const numbers = fold(cell).match(/-?\d{1,3}(?:([ .,'])\d{3}(?!\d))(?:\1\d{3}(?!\d))*|-?\d+(?:[.,]\d+)?/g) ?? [];
  const [text] = numbers;
  if (text === undefined)
    return problem('number', `${quote(cell)} holds no number.`, 'Write a whole number, as in 12.');
  if (numbers.length > 1)
    return problem('number', `${quote(cell)} holds more than one number.`, 'Write one whole number, as in 12.');
  // A hyphen after a word joins the two, as in TRL-7.
  const isNegative = text.startsWith('-') && !/\p{L}\s?-\d/u.test(fold(cell));
  const value = numberOf(text.replace(/^-/, ''));
  if (isNegative || typeof value !== 'number' || !Number.isInteger(value))
    return problem('number', `${quote(cell)} is no whole number.`, 'Write a whole number, as in 12.');
  return { value };
}

/** The one number of a cell, with a point or a comma before its fraction: "0,5", "-20", "1 200". */
export function readNumber(cell: string): Reading<number> {
  const text = fold(cell).trim();
  const value = numberOf(text.replace(/^-/, ''));
  if (!/^-?\d/.test(text) || typeof value !== 'number' || !Number.isFinite(value))
    return problem('number', `${quote(cell)} is no number.`, 'Write a number alone, as in 0.5.');
  return { value: text.startsWith('-') ? -value : value };
}
