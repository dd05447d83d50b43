import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kopru } from '@kopru/sdk';
import { CliError } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';

/** How the commands that call the API find it. */
export interface RemoteOptions {
  /** A secret key. @default `KOPRU_API_KEY` */
  readonly apiKey?: string | undefined;
  /** @default `KOPRU_URL` */
  readonly url?: string | undefined;
}

/** What `kopru dev` and `npm start` leave in the folder that they run in. */
export const DEMO_FILE = join('.kopru', 'demo.json');

/**
 * The client of the API. Where neither an address nor a key is given, that of the local server of this
 * folder, which is said. A key is never printed.
 *
 * @throws {CliError} when one of both is missing, or cannot be used.
 */
export const connect = async (options: RemoteOptions, io: Io): Promise<Kopru> =>
  createClient(await credentials(options, io));

/** @throws {CliError} when address or key cannot be used. */
export function createClient({ url, apiKey }: Credentials): Kopru {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new CliError(`"${url}" is not the address of an API.`, {
      hint: 'Write it with its scheme, as in --url https://kopru.example',
    });
  try {
    return new Kopru({ baseUrl: url, apiKey });
  } catch (cause) {
    throw new CliError('The API key is empty, or holds other than visible ASCII characters.', {
      hint: 'Copy it anew from where it was shown, without spaces and line ends.',
      cause,
    });
  }
}

export interface Credentials {
  readonly url: string;
  readonly apiKey: string;
}

/** Address and key, as {@link connect} finds them. @throws {CliError} when one of both is missing. */
export async function credentials(options: RemoteOptions, io: Io): Promise<Credentials> {
  const apiKey = options.apiKey ?? io.env.KOPRU_API_KEY;
  const url = options.url ?? io.env.KOPRU_URL;
  if (apiKey && url) return { apiKey, url };
  if (!apiKey && !url) {
    const demo = await readDemo(io.cwd);
    if (!demo)
      throw new CliError('Neither the address of the API nor a key is given.', {
        hint: 'Set KOPRU_URL and KOPRU_API_KEY, or start a server of your own in this folder with: kopru dev',
      });
    io.stderr.write(`Using the local server of ${DEMO_FILE}: ${demo.url}\n`);
    return demo;
  }
  if (!apiKey) throw new CliError(`No key for ${url} is given.`, { hint: 'Set KOPRU_API_KEY to a secret key.' });
  throw new CliError('A key is given, but not the address of the API.', {
    hint: 'Set KOPRU_URL, or add --url https://kopru.example',
  });
}

/**
 * The local server that has run in a folder; undefined where none has.
 *
 * @throws {CliError} where it has no hub, or the file is damaged.
 */
async function readDemo(folder: string): Promise<Credentials | undefined> {
  const text = await readFile(join(folder, DEMO_FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { url, secretKey } = parsed(text);
  if (typeof url === 'string' && typeof secretKey === 'string') return { url, apiKey: secretKey };
  throw new CliError(`The local server of ${DEMO_FILE} has no demo hub.`, {
    hint: 'Set KOPRU_URL and KOPRU_API_KEY to those of your hub, or start kopru dev without --no-demo.',
  });
}

function parsed(text: string): { url?: unknown; secretKey?: unknown } {
  try {
    return JSON.parse(text) ?? {};
  } catch (cause) {
    throw new CliError(`${DEMO_FILE} is not JSON.`, { hint: 'Delete it; kopru dev writes it anew.', cause });
  }
}
