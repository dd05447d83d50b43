import { SMALLEST_COUNT } from '@kopru/sdk/schema';

/** A count as anybody may read it: down in steps, so that who looks every day sees no single one, and null below the first. */
export const publicCount = (count: number): number | null =>
  count < SMALLEST_COUNT ? null : count - (count % SMALLEST_COUNT);
