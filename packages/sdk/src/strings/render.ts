import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../facets/index.ts';
import { createFormatter, type Formatter } from './formatter.ts';
import { stringsOf } from './locales.ts';
import type { MessageEvidence, MessageKey } from './message-types.ts';
import { messageValues } from './message-values.ts';
import { pluralCategory } from './plural.ts';

type Formatters = NonNullable<NonNullable<ConstructorParameters<typeof IntlMessageFormat>[3]>['formatters']>;

const formatterOf = once<Locale, Formatter>((locale) => createFormatter(stringsOf(locale)));
const messageOf = once<Locale, (key: MessageKey) => IntlMessageFormat>((locale) =>
  once((key) => parse(stringsOf(locale).messages[key], locale)),
);

/**
 * The sentence of a message in one of the nine languages: plain text, in which free text of the
 * evidence stands verbatim. Escape it before it becomes HTML.
 * @throws {RangeError} on an unknown locale or key, or a code that no vocabulary has.
 */
export function renderMessage<K extends MessageKey>(key: K, evidence: MessageEvidence[K], locale: Locale): string {
  const values = messageValues(key, evidence, formatterOf(locale));
  return String(messageOf(locale)(key).format({ ...values }));
}

/**
 * The parser resolves its locale through Intl, which in workerd knows neither ky nor tk. So it
 * is told English, gets our plural rules, and every other value reaches it as text.
 */
function parse(message: string, locale: Locale): IntlMessageFormat {
  const formatters = { getPluralRules: () => ({ select: (n: number) => pluralCategory(n, locale) }) };
  return new IntlMessageFormat(message, 'en', undefined, {
    ignoreTag: true,
    formatters: formatters as unknown as Formatters,
  });
}

function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
