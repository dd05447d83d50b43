import { facetNames } from '@kopru/sdk/strings/tk/facet-names';
import { format } from '@kopru/sdk/strings/tk/format';
import { tk as words } from '../tk.ts';

export const tk = { words, facetNames, format };
