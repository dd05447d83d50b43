/**
 * Values in different units, compared. Conversion is js-quantities'; what people write that it does not know, or
 * takes for something else, is told here.
 *
 * @module
 */
import Qty from 'js-quantities';
import type { Measured, Range } from '../facets/index.ts';

/** Units and prefixes in Cyrillic letters (GOST 8.417) that no letter by itself stands for, then the letters. */
// biome-ignore format: an alphabet
const CYRILLIC: Readonly<Record<string, string>> = {
  Вт: 'W', Гц: 'Hz', Дж: 'J', Ом: 'ohm', мк: 'u',
  а: 'a', б: 'b', г: 'g', д: 'd', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n', р: 'r', с: 's', т: 't', ч: 'h',
  А: 'A', В: 'V', Г: 'G', К: 'K', М: 'M', Н: 'N', П: 'P', С: 'C',
};
const CYRILLIC_UNIT = new RegExp(Object.keys(CYRILLIC).join('|'), 'g');

/** Signs that stand for others, and `·` for a product. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/²/g, '2'],
  [/³/g, '3'],
  [/·/g, '*'],
  [/Ω/g, 'ohm'],
  [/\s+/g, ''],
];

/** A degree of a thermometer, and a difference of two: 0 °C is 273.15 K, and an uncertainty of 1 °C is one of 1 K. */
const DEGREES: Readonly<Record<string, readonly [point: string, difference: string]>> = {
  '°C': ['tempC', 'degC'],
  ºC: ['tempC', 'degC'],
  degC: ['tempC', 'degC'],
  '°F': ['tempF', 'degF'],
  K: ['tempK', 'degK'],
};

/** What the library would take for another unit: picohenry. Such a unit compares with itself alone. */
const NOT_UNITS: ReadonlySet<string> = new Set(['pH']);
/** A ratio, an angle and a level are all pure numbers to it. */
const LEVELS = /^dB/;

type Meaning = 'point' | 'difference';

const known = new Map<string, Qty | null>();

/** One of a unit, as the library has it; null for one that it does not know. */
function unitOf(unit: string, meaning: Meaning): Qty | null {
  const key = `${meaning} ${unit}`;
  const made = known.get(key);
  if (made !== undefined) return made;
  const quantity = read(unit, meaning);
  // Units are few, and texts of strangers: what is kept has an end.
  if (known.size < 1000) known.set(key, quantity);
  return quantity;
}

function read(unit: string, meaning: Meaning): Qty | null {
  const latin = unit.replace(CYRILLIC_UNIT, (letters) => CYRILLIC[letters] ?? letters);
  const plain = SIGNS.reduce((text, [from, to]) => text.replace(from, to), latin);
  const degree = DEGREES[plain];
  // A bare number is read as one: no unit.
  if (NOT_UNITS.has(plain) || LEVELS.test(plain) || /^[\d.]/.test(plain)) return null;
  try {
    return Qty(1, degree ? degree[meaning === 'point' ? 0 : 1] : plain);
  } catch {
    return null;
  }
}

/**
 * A value in another unit.
 *
 * @param meaning whether a temperature is one, or a difference of two
 * @returns undefined where the two units are not of one kind, or either is not known and they are spelt otherwise
 */
export function convertUnit(value: number, from: string, to: string, meaning: Meaning): number | undefined {
  if (from === to) return value;
  const [a, b] = [unitOf(from, meaning), unitOf(to, meaning)];
  if (!a?.isCompatible(b as Qty) || !b) return undefined;
  return Qty(value, a.units()).to(b.units()).scalar;
}

/** Conversion is exact to some fifteen digits: less than this of the greater value is no difference. */
const ROUNDING = 1e-9;
const isLess = (a: number, b: number): boolean => a < b - ROUNDING * Math.max(Math.abs(a), Math.abs(b));

/** How two ranges lie. */
export interface Reach {
  /** The one that is given, in the unit of the one that is wanted. */
  readonly given: Range;
  /** How far the wanted one reaches beyond, at most, in its own unit; 0 where it is contained. */
  readonly beyond: number;
}

/** Whether a range contains another. @returns undefined where their units cannot be compared. */
export function reachOf(wanted: Range, given: Range): Reach | undefined {
  const to = (value: number | undefined) =>
    value === undefined ? undefined : convertUnit(value, given.unit, wanted.unit, 'point');
  const [min, max] = [to(given.min), to(given.max)];
  if ((given.min !== undefined && min === undefined) || (given.max !== undefined && max === undefined))
    return undefined;
  const below = min !== undefined && wanted.min !== undefined && isLess(wanted.min, min) ? min - wanted.min : 0;
  const above = max !== undefined && wanted.max !== undefined && isLess(max, wanted.max) ? wanted.max - max : 0;
  return { given: { min, max, unit: wanted.unit }, beyond: Math.max(below, above, beyondEnds(wanted, min, max)) };
}

/** An end that alone is wanted may lie beyond the other end of what is given. */
function beyondEnds(wanted: Range, min: number | undefined, max: number | undefined): number {
  if (wanted.max === undefined && wanted.min !== undefined && max !== undefined && isLess(max, wanted.min))
    return wanted.min - max;
  if (wanted.min === undefined && wanted.max !== undefined && min !== undefined && isLess(wanted.max, min))
    return min - wanted.max;
  return 0;
}

/** What is given in the unit of what is wanted, and by how much it is too much; undefined where the units differ in kind. */
export function excessOf(wanted: Measured, given: Measured): { given: Measured; excess: number } | undefined {
  const value = convertUnit(given.value, given.unit, wanted.unit, 'difference');
  if (value === undefined) return undefined;
  return {
    given: { value, unit: wanted.unit },
    excess: isLess(wanted.value, value) ? value - wanted.value : 0,
  };
}
