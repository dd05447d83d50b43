import { type ElementDeclaration, manifest, type Named } from '../../packages/widget/bundle/manifest.ts';

/** The page of the reference that tells what the elements take, say and let be styled, from `custom-elements.json`. */
export function elementsPage(): string {
  const elements = manifest().modules.flatMap(({ declarations }) => declarations as readonly ElementDeclaration[]);
  return `${[
    '# Elements',
    'Made from the docstrings by `npm run reference`; not to be edited. The same stands in `custom-elements.json` of the package, for editors.',
    ...elements.map(section),
  ].join('\n\n')}\n`;
}

const section = ({
  tagName,
  description,
  attributes,
  members,
  events,
  cssParts,
  cssProperties,
}: ElementDeclaration): string => {
  const properties = members.filter(({ kind, attribute }) => kind === 'field' && !attribute);
  return [
    `## \`<${tagName}>\``,
    description ?? '',
    ...table(
      'Attributes',
      ['attribute', 'property', 'type', 'default', 'what it says'],
      attributes.map(({ name, fieldName = '', type, default: byDefault, description }) => [
        code(name),
        code(fieldName),
        code(type?.text),
        defaultOf(byDefault),
        description,
      ]),
    ),
    ...table(
      'Properties without an attribute',
      ['property', 'type', 'default', 'what it says'],
      properties.map(({ name, type, default: byDefault, description }) => [
        code(name),
        code(type?.text),
        defaultOf(byDefault),
        description,
      ]),
    ),
    ...table(
      'Events',
      ['event', 'type', 'when'],
      events.map(({ name, type, description }) => [code(name), code(type?.text), description]),
    ),
    ...table('Parts', ['part', 'what it is'], cssParts.map(named)),
    ...table('Custom properties', ['property', 'what it sets'], cssProperties.map(named)),
  ].join('\n\n');
};

const named = ({ name, description }: Named): Cell[] => [code(name), description];

type Cell = string | undefined;

const code = (text: string | undefined): Cell => text && `\`${text.replaceAll('`', "'")}\``;

/** Some defaults are told in words. */
const defaultOf = (text: string | undefined): Cell =>
  text && /^('|\d|null$|true$|false$)/.test(text) ? code(text) : text;

/** A table under a heading; nothing where it would be empty. */
function table(title: string, head: readonly string[], rows: readonly (readonly Cell[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly Cell[]) =>
    `| ${cells.map((cell = '') => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [`### ${title}`, [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')];
}
