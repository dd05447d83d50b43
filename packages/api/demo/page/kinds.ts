import { PATHS } from '@kopru/sdk';
import type { Kind } from '@kopru/sdk/schema';

export type { Kind } from '@kopru/sdk/schema';

/** Every kind, in the order of the registry. */
export const KINDS = Object.keys(PATHS) as Kind[];

export { PATHS };

/** The kinds whose texts can be pasted: the form has the limits that these two state. */
export type DraftKind = Extract<Kind, 'startup' | 'investor'>;
export const DRAFT_KINDS: readonly DraftKind[] = ['startup', 'investor'];
