import type { Kind } from '@kopru/sdk/schema';

/** The two kinds whose files are matched, planned for and measured here, without an API. */
export const SIDES = ['startup', 'investor'] as const satisfies readonly Kind[];
export type Side = (typeof SIDES)[number];
