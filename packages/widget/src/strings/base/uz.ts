import { facetNames } from '@kopru/sdk/strings/uz/facet-names';
import { format } from '@kopru/sdk/strings/uz/format';
import { uz as words } from '../uz.ts';

export const uz = { words, facetNames, format };
