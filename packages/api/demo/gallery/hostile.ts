/** What codes, names and ids mean to an element; a text in their place is another state. */
const KEPT: ReadonlySet<string> = new Set([
  ...['kind', 'state', 'rank', 'box', 'asOf', 'nextCursor', 'createdAt', 'expiresAt', 'decidedAt', 'updatedAt'],
  ...[
    'outcome',
    'code',
    'status',
    'currency',
    'seenAt',
    'at',
    'answer',
    'direction',
    'sequence',
    'path',
    'consent',
    'lang',
    'opensOn',
    'closesOn',
  ],
]);

/** A value with a text in every place where it holds one that somebody may have written. */
export function withText<T>(value: T, text: string, name = ''): T {
  if (KEPT.has(name)) return value;
  if (typeof value === 'string') return (name === 'id' && /^(in|ap)-/.test(value) ? value : text) as T;
  if (Array.isArray(value)) return value.map((item) => withText(item, text, name)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withText(item, text, key)])) as T;
}
