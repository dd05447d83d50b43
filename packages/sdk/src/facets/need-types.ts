/** What somebody can need of others, and others can offer. */
export const NEED_TYPES = [
  'know_how',
  'mentoring',
  'equipment_time',
  'data',
  'pilot',
  'market_entry',
  'testing',
] as const;
export type NeedTypeCode = (typeof NEED_TYPES)[number];
