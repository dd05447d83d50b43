import { facetNames } from '@kopru/sdk/strings/en/facet-names';
import { format } from '@kopru/sdk/strings/en/format';
import { en as words } from '../en.ts';

export const en = { words, facetNames, format };
