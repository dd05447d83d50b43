import { isLocale, type Locale } from '@kopru/sdk/strings';

/** The one of our languages that a reader prefers, by the header `Accept-Language`; English where it names none. */
export function localeFrom(header: string | undefined): Locale {
  const wanted = (header ?? '').split(',').map((part) => {
    const [range = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return { language: range.split('-')[0], weight: weight ? Number(weight.slice(2)) : 1 };
  });
  const [first] = wanted
    .filter(({ language, weight }) => isLocale(language) && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return isLocale(first?.language) ? first.language : 'en';
}
