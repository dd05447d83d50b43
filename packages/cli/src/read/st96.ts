import { SaxesParser } from 'saxes';
import { CliError } from '../terminal/exit.ts';
import { cellsOf, type Element, ST96_HEADER, type St96Record } from './st96-record.ts';
import type { Table } from './table.ts';

/** Most that one file may hold, in characters: as much as an import takes in bytes. */
const LONGEST = 200_000_000;

const DATA = 'BibliographicData';
/** All that is kept of a file: no description, no drawing, no sequence. */
const KEPT: readonly string[] = [DATA, 'Abstract', 'Claims'];

/** What the XML declaration says of the encoding; read from bytes, since it says how to read them. */
export const declaredEncoding = (bytes: Uint8Array): string | undefined =>
  /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 200)),
  )?.[1];

/**
 * The applications of an XML file of WIPO ST.96 as a table, an application a row. Elements are known by their local
 * names: offices put some into namespaces of their own. An application is what stands beside one `BibliographicData`,
 * so that a file may hold one or many. Where the file is broken, what came before is kept and the place is told.
 *
 * Source: the Patent components of WIPO ST.96, versions 5 to 8.
 *
 * @param path for messages.
 * @throws {CliError} on a DOCTYPE, which could declare entities, a file that is too long, or one without an application.
 */
export function readSt96(text: string, path: string): Omit<Table, 'encoding'> {
  if (text.length > LONGEST)
    throw new CliError(`${path}: it has ${text.length} characters, and ${LONGEST} is the most.`, {
      hint: 'Split it into several files.',
    });
  const records: St96Record[] = [];
  const { broken } = eachRecord(text, path, (record) => records.push(record));
  if (records.length === 0 && !broken)
    throw new CliError(`${path}: it has no ${DATA} of WIPO ST.96.`, {
      hint: 'Give the XML as the office publishes it.',
    });
  const found = records.map((record) => ({ line: record.data.line, ...cellsOf(record) }));
  const others = found.flatMap(({ line, passedOver }): Table['unreadable'] => {
    if (passedOver.length === 0) return [];
    const message = `has abstracts in other languages, which a profile does not keep: ${passedOver.join(', ')}`;
    return [{ line, severity: 'warning', rule: 'one_text', message }];
  });
  const rows = found.map(({ line, cells }) => ({ line, cells }));
  return {
    format: 'xml',
    kind: 'patent',
    headerLine: 1,
    header: ST96_HEADER,
    rows,
    unreadable: [...others, ...(broken ?? [])],
  };
}

/** Hands over each application as soon as it has been read. */
function eachRecord(
  text: string,
  path: string,
  take: (record: St96Record) => void,
): { readonly broken?: Table['unreadable'] } {
  const parser = new SaxesParser({ xmlns: true });
  /** The elements that are open, from the one of {@link KEPT} on. */
  const open: Element[] = [];
  let depth = 0;
  /** How deep the element stands that holds the bibliographic data. */
  let holder = 0;
  let data: Element | undefined;
  let texts: Element[] = [];

  const finish = () => {
    const of = (name: string) => texts.filter((one) => one.name === name);
    if (data) take({ data, abstracts: of('Abstract'), claims: of('Claims') });
    data = undefined;
    texts = [];
  };
  parser.on('opentag', ({ local: name, attributes }) => {
    depth++;
    const parent = open.at(-1);
    if (!parent && !KEPT.includes(name)) return;
    const lang = Object.values(attributes).find((one) => one.local === 'languageCode')?.value ?? '';
    const element: Element = { name, lang: lang.toLowerCase(), line: parser.line, content: [] };
    parent?.content.push(element);
    open.push(element);
  });
  const addText = (part: string) => open.at(-1)?.content.push(part);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const done = open.pop();
    if (done && open.length === 0) {
      if (done.name !== DATA) texts.push(done);
      else {
        if (data) finish();
        [data, holder] = [done, depth - 1];
      }
    }
    depth--;
    if (data && depth < holder) finish();
  });
  parser.on('doctype', () => {
    throw new CliError(`${path}:${parser.line}: it has a DOCTYPE, with which no file is read.`, {
      hint: 'ST.96 is defined by schemas: take the declaration and its entities out.',
    });
  });
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof CliError) throw error;
    const why = (error as Error).message.replace(/^[\d:]+\s*/, '').replace(/\.$/, '');
    const message = `is not well-formed XML, so that neither this application nor anything after it was read: ${why}`;
    return { broken: [{ line: parser.line, rule: 'xml', message }] };
  }
  finish();
  return {};
}
