import { facetNames } from '@kopru/sdk/strings/ky/facet-names';
import { format } from '@kopru/sdk/strings/ky/format';
import { ky as words } from '../ky.ts';

export const ky = { words, facetNames, format };
