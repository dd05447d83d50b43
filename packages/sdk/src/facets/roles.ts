/** What somebody does in a team, or beside it. */
export const ROLES = [
  'co_founder',
  'engineer',
  'scientist',
  'designer',
  'product',
  'marketing',
  'sales',
  'finance',
  'legal',
  'operations',
  'mentor',
] as const;
export type RoleCode = (typeof ROLES)[number];
