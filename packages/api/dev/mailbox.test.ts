import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Request } from 'miniflare';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMailbox } from './mailbox.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopru-mailbox-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('keeps a file for each mail, in the place of an earlier one of the same id', async () => {
  const mailbox = createMailbox(join(folder, 'mails'));
  const ask = (path: string, body?: string) =>
    mailbox(new Request(`http://mailbox/${path}`, body === undefined ? {} : { method: 'PUT', body }));
  expect(await (await ask('')).json()).toEqual([]);
  expect((await ask('mail_1', 'first')).status).toBe(204);
  expect((await ask('mail_1', 'second: ә')).status).toBe(204);
  await ask('mail_2', 'other');
  expect((await readdir(join(folder, 'mails'))).sort()).toEqual(['mail_1.eml', 'mail_2.eml']);
  expect(await readFile(join(folder, 'mails/mail_1.eml'), 'utf8')).toBe('second: ә');
  const list = (await (await ask('')).json()) as { id: string }[];
  expect(list.map(({ id }) => id).sort()).toEqual(['mail_1', 'mail_2']);
  expect(await (await ask('mail_1')).text()).toBe('second: ә');
  expect((await ask('mail_3')).status).toBe(404);
  expect((await ask('..%2Fmail_1')).status).toBe(400);
  expect((await ask('a.b', 'x')).status).toBe(400);
});
