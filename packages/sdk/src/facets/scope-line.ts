import { partsOf } from './line.ts';

/** A value with its unit, as its owner wrote it. */
export interface Measured {
  readonly value: number;
  readonly unit: string;
}

/** From where to where, in a unit: an end that is not given is open. */
export interface Range {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly unit: string;
}

/** What a laboratory tests, or somebody needs tested: by which standards, how far and how exactly. */
export interface ScopeLine {
  readonly item?: string | undefined;
  readonly standards?: readonly string[] | undefined;
  readonly range?: Range | undefined;
  readonly uncertainty?: Measured | undefined;
}

const NUMBER = '([+−-]?\\d+(?:[.,]\\d+)?(?:e[+-]?\\d+)?)';
const BOTH = new RegExp(`^${NUMBER}\\s*(?:–|—|\\.\\.+|…)\\s*${NUMBER}\\s*(\\S.*)$`, 'iu');
const ONE = new RegExp(`^([≥≤]|>=|<=)\\s*${NUMBER}\\s*(\\S.*)$`, 'iu');
const PLUS_MINUS = new RegExp(`^(?:±|\\+/?-)\\s*${NUMBER}\\s*(\\S.*)$`, 'iu');

/**
 * Reads a line of a scope as people write one in a cell: `heat meter; EN 1434, GOST R; 15–40 mm; ±0.5 %`, the
 * item first, then the standards, then the range and the uncertainty; a part may be empty or missing.
 *
 * @returns undefined for what is no such line. At least one `;` makes it one.
 */
export function parseScopeLine(text: string): ScopeLine | undefined {
  const [item = '', standards = '', ...rest] = partsOf(text);
  if (!text.includes(';')) return undefined;
  const found: { range?: Range; uncertainty?: Measured } = {};
  for (const part of rest.filter(Boolean)) {
    const [range, uncertainty] = [rangeIn(part), uncertaintyIn(part)];
    if (uncertainty) found.uncertainty = uncertainty;
    else if (range) found.range = range;
    else return undefined;
  }
  const names = standards.split(',').flatMap((name) => name.trim() || []);
  const line = { ...(item && { item }), ...(names.length > 0 && { standards: names }), ...found };
  return Object.keys(line).length > 0 ? line : undefined;
}

function rangeIn(part: string): Range | undefined {
  const [, min, max, unit] = BOTH.exec(part) ?? [];
  if (unit) return { min: numberIn(min), max: numberIn(max), unit };
  const [, sign, value, one] = ONE.exec(part) ?? [];
  if (!one) return undefined;
  return { [sign === '≥' || sign === '>=' ? 'min' : 'max']: numberIn(value), unit: one } as Range;
}

function uncertaintyIn(part: string): Measured | undefined {
  const [, value, unit] = PLUS_MINUS.exec(part) ?? [];
  return unit ? { value: numberIn(value), unit } : undefined;
}

const numberIn = (text = ''): number => Number(text.replace('−', '-').replace(',', '.'));

/** The line as {@link parseScopeLine} reads it. */
export function formatScopeLine({ item = '', standards = [], range, uncertainty }: ScopeLine): string {
  const parts = [item, standards.join(', '), range && rangeText(range), uncertainty && `±${amount(uncertainty)}`];
  return parts.filter((part, i) => i < 2 || part).join('; ');
}

const amount = ({ value, unit }: Measured): string => `${value} ${unit}`;

function rangeText({ min, max, unit }: Range): string {
  if (min === undefined) return `≤ ${max} ${unit}`;
  return max === undefined ? `≥ ${min} ${unit}` : `${min}–${max} ${unit}`;
}
