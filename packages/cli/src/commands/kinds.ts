import type { Kind } from '@kopru/sdk/schema';

/** Every kind, without registry or client, which take longer to load than most commands to run. */
export const KINDS = Object.keys({
  startup: 0,
  investor: 0,
  expert: 0,
  need: 0,
  lab: 0,
  programme: 0,
  patent: 0,
  offer: 0,
} satisfies Record<Kind, 0>) as [Kind, ...Kind[]];
