/** Markup that is safe to write. Nothing but {@link html} and {@link raw} makes one. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand in a place of {@link html}: markup as it is, text escaped, nothing for what is absent. */
export type Value = Html | string | number | null | undefined | false | readonly Value[];

/** Markup with text in its places, each escaped. A place stands between tags, or in an attribute in double quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.reduce((out, part, i) => out + markupOf(values[i - 1]) + part));
}

/** Our own markup or style sheet, written as it is. Never for what comes from a file. */
export const raw = (markup: string): Html => new Html(markup);

function markupOf(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'object') return value.map(markupOf).join('');
  return escaped(String(value));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Without control characters, which HTML does not allow; line ends and tabs stay. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] as string);
