import type { Kind } from '@kopru/sdk/schema';

/** The kinds that the page shows the matches of; the demo hub holds others too. */
export type PageKind = Extract<Kind, 'startup' | 'investor'>;

/** Path of each kind in the API. Not imported from the schemas, which would bring zod to the page. */
export const KIND_PATHS: Readonly<Record<PageKind, string>> = { startup: 'startups', investor: 'investors' };

export const KINDS: readonly PageKind[] = ['startup', 'investor'];
