import { facetNames } from '@kopru/sdk/strings/hu/facet-names';
import { format } from '@kopru/sdk/strings/hu/format';
import { hu as words } from '../hu.ts';

export const hu = { words, facetNames, format };
