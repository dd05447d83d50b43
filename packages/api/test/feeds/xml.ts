/** An element of an XML document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const NAME = '[A-Za-z_][\\w:.-]*';
const TOKEN = new RegExp(
  `<\\?xml [^?]*\\?>|<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|</(${NAME})\\s*>|<(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>|([^<]+)`,
  'y',
);
// What no document may hold (XML 1.0, section 2.2).
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

function decoded(text: string): string {
  if (text.includes(']]>')) throw new Error('"]]>" in a text');
  return text.replace(/&(#?\w+;)?/g, (found, name?: string) => {
    const value = name && ENTITIES[name.slice(0, -1)];
    if (value === undefined || value === '') throw new Error(`"${found}" is no entity`);
    return value;
  });
}

/** Reads a document of elements, attributes, texts and CDATA, which must be well-formed. */
export function parseXml(document: string): Element {
  if (FORBIDDEN.test(document)) throw new Error('a character that XML forbids');
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < document.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(document);
    if (!token) throw new Error(`not well-formed at ${document.slice(at, at + 60)}`);
    const [, cdata, closed, opened, attributes = '', isEmpty, text] = token;
    const inside = open.at(-1) as Element;
    if (cdata !== undefined) inside.text += cdata;
    if (text !== undefined) inside.text += decoded(text);
    if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`</${closed}> closes another element`);
    if (opened === undefined) continue;
    const pairs = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      decoded(value),
    ]);
    const element = { name: opened, attributes: Object.fromEntries(pairs), children: [], text: '' };
    inside.children.push(element);
    if (isEmpty === '') open.push(element);
  }
  const [root, ...others] = top.children;
  if (open.length !== 1 || !root || others.length > 0) throw new Error('not one root element');
  return root;
}
