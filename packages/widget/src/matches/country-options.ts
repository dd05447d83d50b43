import type { View } from '../lib/view.ts';
import type { AllNames } from '../strings/names/index.ts';

export type Option = readonly [value: string, text: string];

/** All countries, in the order of the language. */
export function countryOptions(codes: Pick<AllNames, 'countries'>, { labels, locale }: View): Option[] {
  const { compare } = new Intl.Collator(locale);
  return Object.entries(codes.countries)
    .map(([code, name]): Option => [code, labels.alone(name)])
    .sort(([, a], [, b]) => compare(a, b));
}
