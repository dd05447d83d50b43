import { facetNames } from '@kopru/sdk/strings/kk/facet-names';
import { format } from '@kopru/sdk/strings/kk/format';
import { kk as words } from '../kk.ts';

export const kk = { words, facetNames, format };
