import { PATHS } from '@kopru/sdk';
import type { Kind } from '@kopru/sdk/schema';

/** Every kind, without the registry, whose schemas take longer to load than most commands to run. */
export const KINDS = Object.keys(PATHS) as [Kind, ...Kind[]];
