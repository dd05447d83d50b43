const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands in HTML, also within an attribute. */
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (c) => ENTITIES[c] as string);

/**
 * Fills in a part of a mail: `{{name}}` with an escaped text, `{{{name}}}` with HTML that was made by this
 * function. What is filled in is not looked at again.
 *
 * @throws {RangeError} when a value is missing.
 */
export const fill = (part: string, values: Readonly<Record<string, string>>): string =>
  part.replaceAll(/\{\{\{(\w+)\}\}\}|\{\{(\w+)\}\}/g, (_, html?: string, text?: string) => {
    const name = html ?? text ?? '';
    if (!Object.hasOwn(values, name)) throw new RangeError(`a part of a mail needs the value "${name}"`);
    const value = values[name] as string;
    return html === undefined ? escapeHtml(value) : value;
  });
