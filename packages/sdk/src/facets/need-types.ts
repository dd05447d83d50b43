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

/** On which terms it is offered, or taken. `in_exchange`: for something else than money; `equity`: for a share. */
export const HELP_TERMS = ['free', 'paid', 'in_exchange', 'equity'] as const;
export type HelpTermCode = (typeof HELP_TERMS)[number];
