import type { Kind } from '@kopru/sdk/schema';

/** Path of each kind in the API. Not imported from the schemas, which would bring zod to the page. */
export const KIND_PATHS: Readonly<Record<Kind, string>> = { startup: 'startups', investor: 'investors' };

export const KINDS: readonly Kind[] = ['startup', 'investor'];
