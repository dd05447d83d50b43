/** What stands in a page for the matches. All of it is ASCII or an entity, so that it fits a page in any encoding. */
export interface Widget {
  readonly url: string;
  readonly key: string;
  /** Path of the backend's route that signs viewer tokens. */
  readonly token: string;
  /** Path of the script, as the page writes it. */
  readonly script: string;
  readonly lang?: string | undefined;
}

/** The lines of the widget, without indent. */
export function widgetLines({ url, key, token, script, lang }: Widget): string[] {
  const attributes = [
    ...(lang === undefined ? [] : [['lang', lang]]),
    ['api', url],
    ['key', key],
    ['data-token', token],
  ] as [string, string][];
  return [
    `<script type="module" src="${escaped(script)}"></script>`,
    `<kopru-matches ${attributes.map(([name, value]) => `${name}="${escaped(value)}"`).join(' ')}></kopru-matches>`,
  ];
}

/** Where lines go into a page, and how the page writes lines. */
export interface Place {
  /** In characters. The beginning of a line, unless the closing tag stands among others on its line. */
  readonly at: number;
  readonly indent: string;
  readonly newline: '\n' | '\r\n';
}

/** Parts of a page whose text is no markup. */
const OPAQUE = /<!--[\s\S]*?-->|<(script|style|textarea|title|template|noscript)\b[\s\S]*?<\/\1\s*>/gi;

/** The page with what is no markup blanked, each character in its place. */
const markupOf = (html: string): string => html.replace(OPAQUE, (text) => text.replace(/[^\r\n]/g, ' '));

export const hasWidget = (html: string): boolean => /<kopru-matches[\s>/]/i.test(markupOf(html));

/** Before the last `</main>`, else before the last `</body>`; undefined for a page that closes neither. */
export function placeIn(html: string): Place | undefined {
  const markup = markupOf(html);
  const closing = lastIndexOf(markup, /<\/main\s*>/gi) ?? lastIndexOf(markup, /<\/body\s*>/gi);
  if (closing === undefined) return undefined;
  const newline = html.includes('\r\n') ? '\r\n' : '\n';
  const lineStart = html.lastIndexOf('\n', closing - 1) + 1;
  const before = html.slice(lineStart, closing);
  if (before.trim() !== '') return { at: closing, indent: '', newline };
  return { at: lineStart, indent: `${before}${before.includes('\t') ? '\t' : '  '}`, newline };
}

/** The page with lines put in at a place; every other character stays. */
export function insertAt(html: string, { at, indent, newline }: Place, lines: readonly string[]): string {
  const text = lines.map((line) => `${indent}${line}${newline}`).join('');
  const alone = at === 0 || html[at - 1] === '\n';
  return `${html.slice(0, at)}${alone ? '' : newline}${text}${html.slice(at)}`;
}

function lastIndexOf(text: string, pattern: RegExp): number | undefined {
  let last: number | undefined;
  for (const match of text.matchAll(pattern)) last = match.index;
  return last;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

const escaped = (value: string): string => value.replace(/[&"<>]/g, (character) => ENTITIES[character] as string);
