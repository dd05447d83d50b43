/**
 * Compiles the MJML source of all mails to the parts that the Worker fills in, since it cannot compile it
 * itself: `node packages/api/dev/mail-parts.ts`.
 *
 * @module
 */
import { readFile, writeFile } from 'node:fs/promises';
import mjml from 'mjml';

const TEMPLATES = new URL('../src/mails/templates/', import.meta.url);
const SOURCE = new URL('mail.mjml', TEMPLATES);
/** Where the compiled parts are kept. */
export const PARTS_FILE = new URL('parts.ts', TEMPLATES);

/** Parts that only hold what stands around others in the source. */
const SCAFFOLD = ['snippets', 'unused'];

/** The file of parts as it is to be. @throws when the source is no valid MJML. */
export async function compileParts(): Promise<string> {
  const source = await readFile(SOURCE, 'utf8');
  const { html, errors } = await mjml(source, { validationLevel: 'soft', keepComments: true, fonts: {} });
  // Colours are filled in later; all other errors count.
  const serious = errors.filter(({ message }) => !/\{\{\w+\}\} for type Color/.test(message));
  if (serious.length > 0) throw new Error(serious.map(({ formattedMessage }) => formattedMessage).join('\n'));
  const [start = '', ...rest] = html.split(/<!--part:(\w+)-->/);
  const parts: [string, string][] = [['start', start]];
  for (let i = 0; i < rest.length; i += 2) parts.push([rest[i] as string, rest[i + 1] as string]);
  const kept = parts.filter(([name]) => !SCAFFOLD.includes(name));
  return `// Made by packages/api/dev/mail-parts.ts from mail.mjml. Not to be changed by hand.
export const PARTS = {
${kept.map(([name, part]) => `  ${name}: \`${tidy(part)}\`,`).join('\n')}
} as const;
`;
}

/** Without the white space that means nothing: Gmail cuts off what is long. */
const tidy = (html: string): string =>
  html
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
    .replaceAll(/(?<=style="[^"]*[:;]) +/g, '')
    .replaceAll(' class=""', '');

if (import.meta.main) await writeFile(PARTS_FILE, await compileParts());
