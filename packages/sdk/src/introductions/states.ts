export const INTRODUCTION_STATES = [
  'awaiting_approval',
  'requested',
  'accepted',
  'declined',
  'expired',
  'withdrawn',
] as const;

export type IntroductionState = (typeof INTRODUCTION_STATES)[number];
