import { facetNames } from '@kopru/sdk/strings/tr/facet-names';
import { format } from '@kopru/sdk/strings/tr/format';
import { tr as words } from '../tr.ts';

export const tr = { words, facetNames, format };
