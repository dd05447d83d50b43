import { facetNames } from '@kopru/sdk/strings/ru/facet-names';
import { format } from '@kopru/sdk/strings/ru/format';
import { ru as words } from '../ru.ts';

export const ru = { words, facetNames, format };
