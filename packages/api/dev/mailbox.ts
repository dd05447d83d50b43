import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Response } from 'miniflare';

/** What the Worker asks the mailbox. */
interface Asked {
  readonly method: string;
  readonly url: string;
  text(): Promise<string>;
}

/** Most mails that a list names. */
const MOST = 200;

/**
 * The mailbox of the local environment: a folder of .eml files, one for each mail. What the Worker sends comes as
 * `PUT /<id>`, and under the same id again in the place of the one before; `GET /` lists the newest first, and
 * `GET /<id>` gives one.
 */
export function createMailbox(folder: string): (request: Asked) => Promise<Response> {
  const fileOf = (id: string) => join(folder, `${id}.eml`);

  async function list(): Promise<{ id: string; at: string }[]> {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
    const found = await Promise.all(
      names.map(async (name) => ({ id: name.slice(0, -4), at: (await stat(join(folder, name))).mtime.toISOString() })),
    );
    return found.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MOST);
  }

  return async (request) => {
    const id = new URL(request.url).pathname.slice(1);
    if (id === '') return Response.json(await list());
    // It names a file.
    if (!/^[\w-]{1,100}$/.test(id)) return new Response(null, { status: 400 });
    if (request.method === 'PUT') {
      await mkdir(folder, { recursive: true });
      await writeFile(`${fileOf(id)}.new`, await request.text(), { mode: 0o600 });
      await rename(`${fileOf(id)}.new`, fileOf(id));
      return new Response(null, { status: 204 });
    }
    const mail = await readFile(fileOf(id)).catch(() => undefined);
    return mail
      ? new Response(mail, { headers: { 'content-type': 'message/rfc822' } })
      : new Response(null, { status: 404 });
  };
}
