import { isLocale, type Locale } from '@kopru/sdk/strings';
import { parseAccept } from 'hono/utils/accept';

/** The one of our languages that a reader prefers, by the header `Accept-Language`; English where it names none. */
export const localeFrom = (header = ''): Locale =>
  parseAccept(header)
    // A weight that is no number is none.
    .filter(({ params }) => Number(params.q ?? 1) > 0)
    .map(({ type }) => type.toLowerCase().split('-')[0])
    .find(isLocale) ?? 'en';
