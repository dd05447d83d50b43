import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { CliError, EXIT, type ExitCode } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { diffOf } from './diff.ts';
import { hasWidget, insertAt, placeIn, type Widget, widgetLines } from './insert.ts';

export interface InitPageOptions {
  /** An HTML page to put the widget into. @default a new one, `kopru.html` */
  readonly file?: string | undefined;
  /** Where the API is. @default `KOPRU_URL` */
  readonly url?: string | undefined;
  /** A publishable key. @default `KOPRU_PUBLISHABLE_KEY` */
  readonly key?: string | undefined;
  /** Path of the route that signs viewer tokens, as `kopru init worker` makes it. @default /kopru/token */
  readonly token?: string | undefined;
  /** Language of the widget. @default that of the page around it */
  readonly lang?: string | undefined;
  /** Shows the change and writes nothing. @default false */
  readonly dryRun?: boolean | undefined;
  /** Writes over files that are there and are others. @default false */
  readonly force?: boolean | undefined;
}

/** Name of the script that is put beside the page. */
export const SCRIPT = 'kopru-matches.js';

/**
 * Puts the widget into a page, before `</main>` or `</body>`, and its script beside it. Every other byte of
 * the page stays, whatever its encoding; a page that has the widget is left as it is.
 *
 * @param script path of the built script.
 */
export async function initPage(options: InitPageOptions, script: string, io: Io): Promise<ExitCode> {
  const widget = widgetOf(options, io);
  const name = options.file ?? 'kopru.html';
  const path = resolve(io.cwd, name);
  const page = options.file === undefined ? await newPage(path, name, options, io) : await readPage(path, name);
  if (hasWidget(page.before)) {
    io.stderr.write(`${name} has the widget already; nothing was changed.\n`);
    return EXIT.ok;
  }
  const place = placeIn(page.before);
  if (!place)
    throw new CliError(`${name} holds neither </main> nor </body>.`, {
      hint: `Put these lines where the matches are to stand:\n${widgetLines(widget).join('\n')}`,
    });
  const after = insertAt(page.before, place, widgetLines(widget));
  if (options.dryRun) {
    io.stdout.write(Buffer.from(diffOf(name, page.isNew ? '' : page.before, after), 'latin1'));
    io.stderr.write('Nothing was written (--dry-run).\n');
    return EXIT.ok;
  }
  const beside = join(dirname(path), SCRIPT);
  await putBeside(script, beside, relative(io.cwd, beside), options.force ?? false);
  await writeFile(path, Buffer.from(after, 'latin1'));
  io.stderr.write(`${name}: the widget is in, and ${SCRIPT} beside it.\n${NEXT(widget)}`);
  return EXIT.ok;
}

const NEXT = ({ token }: Widget): string =>
  `The page asks ${token} of its own server for a viewer token; kopru init worker writes such a route.\n`;

function widgetOf({ token = '/kopru/token', lang, ...options }: InitPageOptions, io: Io): Widget {
  const url = options.url ?? io.env.KOPRU_URL;
  const key = options.key ?? io.env.KOPRU_PUBLISHABLE_KEY;
  if (!url || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new CliError(url ? `"${url}" is not the address of an API.` : 'The address of the API is not given.', {
      hint: 'As in --url https://kopru.example',
    });
  if (!key)
    throw new CliError('No publishable key is given.', {
      hint: 'Make one with: kopru keys create --origin https://hub.example, and give it with --key',
    });
  // It would be read by everybody who opens the page.
  if (!/^kopru_pk_[0-9A-Za-z]+$/.test(key))
    throw new CliError('A page takes a publishable key, which begins with kopru_pk_, and no other.', {
      hint: 'Make one with: kopru keys create --origin https://hub.example',
    });
  return { url: url.replace(/\/+$/, ''), key, token, lang, script: SCRIPT };
}

interface Page {
  /** A character for each byte. */
  readonly before: string;
  readonly isNew: boolean;
}

async function readPage(path: string, name: string): Promise<Page> {
  const bytes = await readFile(path).catch((cause) => {
    throw new CliError(`${name} cannot be read: ${cause.message}`, { cause });
  });
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) throw new CliError(`${name} is UTF-16.`, { hint: 'Save it as UTF-8, and run this again.' });
  return { before: bytes.toString('latin1'), isNew: false };
}

async function newPage(path: string, name: string, options: InitPageOptions, io: Io): Promise<Page> {
  const there = await readFile(path).catch(() => undefined);
  if (there && !options.force)
    throw new CliError(`${name} is there already.`, {
      hint: `Put the widget into it with: kopru init page ${name}, or write it anew with --force`,
    });
  return { before: minimalPage(options.lang ?? io.locale), isNew: true };
}

const minimalPage = (lang: string): string => `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>K&ouml;pr&uuml;</title>
  </head>
  <body>
    <main>
    </main>
  </body>
</html>
`;

/** Copies a file, unless the same is there. @throws {CliError} where another is, and it may not be written over. */
async function putBeside(from: string, to: string, name: string, force: boolean): Promise<void> {
  const [ours, there] = await Promise.all([
    readFile(from).catch((cause) => {
      throw new CliError('The script of the widget is not built.', { hint: 'Run npm run build first.', cause });
    }),
    readFile(to).catch(() => undefined),
  ]);
  if (there?.equals(ours)) return;
  if (there && !force)
    throw new CliError(`${name} is there already, and is another file or version.`, {
      hint: 'Write over it with --force.',
    });
  await copyFile(from, to);
}
