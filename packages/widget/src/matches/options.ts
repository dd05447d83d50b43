import { SECTORS, STAGES } from '@kopru/sdk/facets';
import type { View } from '../lib/view.ts';
import type { AllNames } from '../strings/names/index.ts';
import type { Option } from './country-options.ts';

export const stageOptions = (codes: AllNames, { labels }: View): Option[] =>
  STAGES.map((code) => [code, labels.alone(codes.stages[code])]);

/** Each field, and its sectors set in. */
export const sectorOptions = (codes: AllNames, { labels }: View): Option[] =>
  SECTORS.map(({ code, parent }) => [code, `${parent ? '\u2003' : ''}${labels.alone(codes.sectors[code])}`]);
