import { SECTORS, STAGES } from '@kopru/sdk/facets';
import type { View } from '../lib/view.ts';
import type { AllNames } from '../strings/names/index.ts';

export type Option = readonly [value: string, text: string];

/** All countries, in the order of the language. */
export function countryOptions(codes: AllNames, { labels, locale }: View): Option[] {
  const { compare } = new Intl.Collator(locale);
  return Object.entries(codes.countries)
    .map(([code, name]): Option => [code, labels.alone(name)])
    .sort(([, a], [, b]) => compare(a, b));
}

export const stageOptions = (codes: AllNames, { labels }: View): Option[] =>
  STAGES.map((code) => [code, labels.alone(codes.stages[code])]);

/** Each field, and its sectors set in. */
export const sectorOptions = (codes: AllNames, { labels }: View): Option[] =>
  SECTORS.map(({ code, parent }) => [code, `${parent ? '\u2003' : ''}${labels.alone(codes.sectors[code])}`]);
