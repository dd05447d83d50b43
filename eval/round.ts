/** The same JSON value with every number at five decimals, so that a report can be read. */
export function round<T>(value: T): T {
  if (typeof value === 'number') return Number(value.toFixed(5)) as T;
  if (Array.isArray(value)) return value.map(round) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, round(v)])) as T;
}
