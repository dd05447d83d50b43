import { facetNames } from '@kopru/sdk/strings/az/facet-names';
import { format } from '@kopru/sdk/strings/az/format';
import { az as words } from '../az.ts';

export const az = { words, facetNames, format };
