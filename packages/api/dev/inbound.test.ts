import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type LocalHub, startHub } from '../../../scripts/local-hub.ts';
import { away, postfix } from '../test/mail-reports.ts';

let hub: LocalHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub?.stop());

/** Gives a mail to the Worker as Email Routing does. */
const receive = (mail: string, from: string) =>
  fetch(`${hub.url}/cdn-cgi/local/email?from=${from}&to=matches@hub.example`, { method: 'POST', body: mail });

test('a bounce that comes back by mail ends the subscription of the mail that was sent', async () => {
  const { investors, subscriptions, suppressions, mails } = hub.kopru;
  await investors.upsert('fund', { name: 'Фонд', thesis: 'Суғару.', consent: { matching: true } });
  const email = 'aida@mail.example';
  const { id } = await subscriptions.create({
    profile: { kind: 'investor', id: 'fund' },
    email,
    locale: 'kk',
    timeZone: 'Asia/Almaty',
  });
  await hub.server.fireCron('* * * * *');
  const folder = join(hub.folder, 'mailbox');
  const file = await vi.waitFor(async () => {
    const [sent, ...rest] = (await mails.list()).items;
    expect(rest).toEqual([]);
    expect(sent?.state).toBe('sent');
    return join(folder, (await readdir(folder))[0] as string);
  });
  const { messageId = '' } = await PostalMime.parse(await readFile(file));
  // Who is away has not gone.
  expect((await receive(away({ messageId }), 'a@mail.example')).status).toBe(200);
  expect((await subscriptions.get(id)).state).toBe('pending');
  expect((await receive(postfix({ messageId }), 'MAILER-DAEMON@mx.mail.example')).status).toBe(200);
  expect((await subscriptions.get(id)).state).toBe('ended');
  expect((await suppressions.list({ email })).items).toMatchObject([{ reason: 'bounced' }]);
  expect((await mails.list()).items).toMatchObject([{ state: 'bounced', reason: '5.1.1' }]);
});
