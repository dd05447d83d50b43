import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type LocalHub, startHub } from '../../../scripts/local-hub.ts';

let hub: LocalHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub?.stop());

test('a mail of the local environment is a file', async () => {
  await hub.kopru.investors.upsert('fund', { name: 'Фонд', thesis: 'Суғару.', consent: { matching: true } });
  const { id } = await hub.kopru.subscriptions.create({
    profile: { kind: 'investor', id: 'fund' },
    email: 'info@қор.қаз',
    name: 'Айгүл Сейітқызы',
    locale: 'kk',
    timeZone: 'Asia/Almaty',
  });
  expect(id).toMatch(/^sub_/);
  const folder = join(hub.folder, 'mailbox');
  // The ring of the request may come before the cron.
  await hub.server.fireCron('* * * * *');
  const [file] = await vi.waitFor(async () => {
    const files = await readdir(folder);
    expect(files).toHaveLength(1);
    return files;
  });
  const mail = await PostalMime.parse(await readFile(join(folder, file as string)));
  expect(mail.to).toEqual([{ address: 'info@xn--n1ae5y.xn--80ao21a', name: 'Айгүл Сейітқызы' }]);
  expect(mail.text).toMatch(/http:\/\/127\.0\.0\.1:\d+\/mail\/confirm\//);
  expect(mail.html).toContain('lang="kk"');
});
