/**
 * Metadata filters as developers.cloudflare.com/vectorize/reference/metadata-filtering has them.
 *
 * @module
 */
import { bytesOf, LIMITS, VectorizeFailure } from './limits.ts';

export type IndexType = 'string' | 'number' | 'boolean';
type Plain = string | number | boolean | null;

const EQUALITY = ['$eq', '$ne'];
const SETS = ['$in', '$nin'];
const UPPER = ['$lt', '$lte'];
const LOWER = ['$gt', '$gte'];

const fail = (message: string) => new VectorizeFailure('QUERY', 0, message);
const isPlain = (value: unknown): value is Plain =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** @throws {VectorizeFailure} on a filter that breaks a rule, or asks for a property without a metadata index. */
export function checkFilter(filter: object, indexes: ReadonlyMap<string, IndexType>): void {
  const size = bytesOf(JSON.stringify(filter));
  if (Object.keys(filter).length === 0) throw fail('filter must not be empty');
  if (size >= LIMITS.filterBytes) throw fail(`filter must be less than ${LIMITS.filterBytes} bytes, got ${size}`);
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '' || key.startsWith('$') || /["|]/.test(key) || key.length > LIMITS.filterKey)
      throw fail(`invalid filter key ${key}`);
    if (!indexes.has(key)) throw fail(`no metadata index for ${key}`);
    if (!isPlain(condition)) checkOperators(key, condition as Record<string, unknown>);
  }
}

function checkOperators(key: string, condition: Record<string, unknown>): void {
  const operators = Object.keys(condition);
  for (const operator of operators) {
    const value = condition[operator];
    const isRange = [...UPPER, ...LOWER].includes(operator);
    if (EQUALITY.includes(operator) ? !isPlain(value) : SETS.includes(operator) ? !isList(value) : !isRange)
      throw fail(`invalid operator or value of ${key}`);
    if (isRange && !['string', 'number'].includes(typeof value)) throw fail(`${operator} takes a string or a number`);
  }
  const ranges = [UPPER, LOWER].map((of) => operators.filter((operator) => of.includes(operator)).length);
  const combined = operators.length === 2 && ranges[0] === 1 && ranges[1] === 1;
  if (operators.length !== 1 && !combined) throw fail(`operators of ${key} cannot be combined`);
}

const isList = (value: unknown): boolean => Array.isArray(value) && value.every(isPlain);

/** What an index holds of a value: of its own type, and of a string the first 64 bytes in whole characters. */
export function indexed(value: unknown, type: IndexType): Plain {
  const found: string = typeof value;
  if (found !== type) return null;
  if (typeof value !== 'string') return value as Plain;
  let kept = '';
  for (const character of value) {
    if (bytesOf(kept + character) > LIMITS.indexedBytes) break;
    kept += character;
  }
  return kept;
}

export function passesFilter(filter: object, values: ReadonlyMap<string, Plain>): boolean {
  return Object.entries(filter).every(([key, condition]) => {
    const value = values.get(key) ?? null;
    if (isPlain(condition)) return value === condition;
    return Object.entries(condition as Record<string, unknown>).every(([operator, wanted]) =>
      holds(operator, value, wanted),
    );
  });
}

function holds(operator: string, value: Plain, wanted: unknown): boolean {
  if (operator === '$eq') return value === wanted;
  if (operator === '$ne') return value !== wanted;
  if (operator === '$in') return (wanted as Plain[]).includes(value);
  if (operator === '$nin') return !(wanted as Plain[]).includes(value);
  if (value === null || typeof value !== typeof wanted) return false;
  const [a, b] = [value as number, wanted as number];
  return operator === '$lt' ? a < b : operator === '$lte' ? a <= b : operator === '$gt' ? a > b : a >= b;
}
