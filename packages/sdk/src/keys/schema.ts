/** What a secret key may be allowed to do. */
export const SCOPES = [
  'profiles:read',
  'profiles:write',
  'matches:read',
  'matches:write',
  'introductions:read',
  'introductions:write',
  'exchange:read',
  'exchange:write',
  'webhooks:read',
  'webhooks:write',
  'hub:read',
  'hub:write',
] as const;

export type Scope = (typeof SCOPES)[number];
