/** Everything that a webhook can tell of. */
export const EVENT_TYPES = [
  'profile.created',
  'profile.updated',
  'profile.deleted',
  'consent.given',
  'consent.withdrawn',
  'agreement.proposed',
  'agreement.accepted',
  'agreement.ended',
  'match.created',
  'introduction.requested',
  'introduction.approved',
  'introduction.accepted',
  'introduction.declined',
  'introduction.expired',
  'introduction.withdrawn',
  'introduction.reminder',
  'application.applied',
  'application.admitted',
  'application.declined',
  'application.withdrawn',
  'application.alumni',
  'import.completed',
  'import.failed',
  'endpoint.disabled',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];
