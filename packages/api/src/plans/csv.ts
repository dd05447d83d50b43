import type { Plan } from '@kopru/sdk/schema';

const FIELDS = ['slot', 'table', 'startup', 'investor', 'score'] as const;

/**
 * The meetings as RFC 4180. Nothing needs quotes or could be taken for a formula: an id begins with a
 * letter or a digit and holds neither comma nor quote, and the rest are numbers of 0 or more.
 */
export const toCsv = (meetings: Plan['meetings']): string =>
  [FIELDS, ...meetings.map((meeting) => FIELDS.map((field) => meeting[field]))]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
