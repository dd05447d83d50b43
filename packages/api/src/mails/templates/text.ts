/**
 * The plain-text part of a mail. Lines are those of RFC 3676 (`format=flowed`): one that goes on in the next
 * ends in a space, so that a mailbox may wrap it anew, and one that does not know this shows short lines.
 *
 * @module
 */
import type { Block, Headings, Item, Link, Page } from './page.ts';

/** Most characters of a line, as long as its words allow. */
const WIDTH = 72;

/** The plain text of a mail. */
export const toText = ({ brand, title, blocks, footer }: Page): string =>
  [
    [brand.name],
    headed(title, '='),
    ...blocks.map(blockText),
    // Marks what follows as no part of the letter.
    ['-- ', ...footer.lines.flatMap((line) => wrap(line)), ...footer.links.flatMap(linkText)],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')
    .concat('\n');

function blockText(block: Block): string[] {
  switch (block.is) {
    case 'text':
    case 'hint':
      return wrap(block.text);
    case 'quote':
      return [`${block.heading}:`, ...block.text.split('\n').flatMap((line) => wrap(line, '> '))];
    case 'facts':
      return [`${block.heading}:`, ...block.lines.flatMap(({ label, text }) => wrap(`${label}: ${text}`))];
    case 'profile':
      return [...headed(block.name), ...aboutText(block)];
    case 'answers':
      return block.links.flatMap(linkText);
    case 'item':
      return itemText(block.item, block.headings);
  }
}

function itemText(item: Item, headings: Headings): string[] {
  const { name, fit, score, change, reasons, caution, answers } = item;
  return [
    ...headed(name),
    ...wrap([fit, score, change].join(' · ')),
    ...aboutText(item),
    ...(reasons.length > 0 ? ['', `${headings.reasons}:`, ...reasons.flatMap((reason) => wrap(`* ${reason}`))] : []),
    ...(caution ? ['', ...wrap(`${headings.caution}: ${caution}`)] : []),
    '',
    ...answers.flatMap(linkText),
  ];
}

const headed = (name: string, line = '-'): string[] => [...wrap(name), line.repeat(Math.min(WIDTH, [...name].length))];

const aboutText = ({ facts, summary }: Pick<Item, 'facts' | 'summary'>): string[] => [
  ...wrap(facts.join(' · ')),
  ...(summary ? ['', ...wrap(summary.text)] : []),
];

/** An address is never broken, so that a mailbox makes a link of all of it. */
const linkText = ({ label, url }: Link): string[] => [`${label}:`, url];

/**
 * A paragraph in lines.
 *
 * @param quote what each line begins with.
 */
function wrap(text: string, quote = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && [...quote, ...line].length + 1 + [...word].length > WIDTH) {
      lines.push(`${quote}${stuffed(line, quote)} `);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? [] : [...lines, `${quote}${stuffed(line, quote)}`];
}

/** A line that would be read as a quote or as the begin of a mail has a space before it (RFC 3676, 4.4). */
const stuffed = (line: string, quote: string): string =>
  quote === '' && /^(?:>|From )/.test(line) ? ` ${line}` : line;
